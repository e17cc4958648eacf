"""The copy of a source that is compared was made so long ago that it says nothing about today.

A deck that was copied into `materials/` in spring is green all summer, whatever became of the real one. What is said
about such a source is unknown, never fine. Copy it again and write the day in `captured_on`. Sources that are fetched
from an address need no such day.

days: 90; most decks and pages change at least once a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.sources import Source
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 90) -> Iterator[Complaint]:
    for source in current(facts, Source):
        age = (facts.today - source.captured_on).days if source.captured_on else None
        if age is not None and age > days:
            yield Complaint(
                source.at("captured_on"),
                f"source `{source.id}` was copied on {source.captured_on}; what it says today is unknown",
                help="copy it into `materials/` again and write the day in `captured_on`",
                label=f"{age} days ago",
                record=source.id,
                source=source.id,
            )
