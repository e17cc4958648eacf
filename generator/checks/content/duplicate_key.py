"""The same name stands twice in one record.

YAML readers silently keep one of the two, and nobody can see which. Keep the one that is true.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("duplicate-key", ())
