"""Two records have the same id.

Ids are unique in the whole playbook, over all areas, so that `[[id]]` always leads to one place.
Rename the newer one; references to it follow.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("duplicate-id", ())
