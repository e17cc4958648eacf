"""A YAML file in the content folder belongs to no area.

Its name must be that of an area, or it must lie in a folder of that name; otherwise nobody reads
what was written in it. `tuneup schema` lists the areas.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("unknown-file", ())
