"""Nothing is written yet about one of the twelve areas.

It is not a mistake to begin with three areas; it is one to believe that the other nine look after
themselves. The note, and the lamp on the tune-up page, stay until there is something.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas import discover
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    for key, area in discover().items():
        if area.ORDER and key not in facts.playbook.areas:
            yield Complaint(
                Location(f"content/{key}.yml"),
                "nothing is written about this area yet",
                help="create this file; the schema in `.schemas/` completes its fields",
            )
