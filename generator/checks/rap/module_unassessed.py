"""A module ends without anybody finding out whether it was learnt.

"Read and understood" is how wrong prices get quoted in month two. A few quiz questions, a recital or a role-play take
minutes and show the gap while it is cheap.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for module in current(facts, Module):
        if module.assessment is None:
            yield Complaint(
                module.at(),
                f"module `{module.id}` has no assessment",
                help="add `assessment:` with a quiz, a recital, a role-play or a task with a client",
                record=module.id,
            )
