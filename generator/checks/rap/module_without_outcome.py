"""A module does not say what the hire has in hand when it is done.

Without an outcome a module is a talk to sit through. Name something that others can see: a list of ten prospects with
scores, a recorded pitch, a plan for the first call.
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
        if module.outcome is None:
            yield Complaint(
                module.at(),
                f"module `{module.id}` has no outcome",
                help="add `outcome:` with what the hire has in hand when done",
                record=module.id,
            )
