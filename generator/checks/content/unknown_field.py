"""A record has a field that does not exist, so what stands in it is shown nowhere.

Most often the name is misspelt. The help line gives the nearest name that exists, and the note all
of them. Open the folder in an editor with YAML support and the names are completed as you type.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("unknown-field", ())
