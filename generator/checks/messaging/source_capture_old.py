"""The copy of a source that is compared was made so long ago that it says nothing about today.

A deck that was copied into `materials/` in spring is green all summer, whatever became of the real one. What is said
about such a source is unknown, never fine. Copy it again and write the day in `captured_on`. Sources with an address
need no such day: that of their capture counts.

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
        captured = source.captured_on or (facts.drift.captured.get(source.id) if source.address else None)
        age = (facts.today - captured).days if captured else None
        if age is not None and age > days:
            yield Complaint(
                source.at("captured_on" if source.captured_on else "address"),
                f"source `{source.id}` was copied on {captured}; what it says today is unknown",
                help=_cure(source),
                label=f"{age} days ago",
                record=source.id,
                source=source.id,
            )


def _cure(source: Source) -> str:
    again = "copy it into `materials/` again and write the day in `captured_on`"
    return f'run "tuneup drift --fetch {source.id}" and commit the capture' if not source.captured_on else again
