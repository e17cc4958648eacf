"""A file unfolds to far more values than a playbook can hold.

Aliases (`*name`) repeat what an anchor (`&name`) holds. A few lines of aliases of aliases can stand
for billions of values; the file is left alone before that happens. Write the records out.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("yaml-too-large", ())
