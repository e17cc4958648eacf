"""A result of a reference client was measured long ago, or nobody says when.

A prospect who calls and hears "that was before we changed everything" believes nothing else. Ask the client for
today's number; they are often proud of it.

days: 730, two years; most contracts have been renewed once by then.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 730) -> Iterator[Complaint]:
    for reference in current(facts, Reference):
        for position, result in enumerate(reference.results):
            age = (facts.today - result.measured_on).days if result.measured_on else None
            if age is not None and age <= days:
                continue
            said = f"was measured on {result.measured_on}" if age is not None else "has no day of measurement"
            yield Complaint(
                reference.at("results", position, "measured_on" if age is not None else "text"),
                f"a result of reference `{reference.id}` {said}",
                help="ask the client for today's number and write the day in `measured_on`",
                label=f"{age} days ago" if age is not None else "",
                record=reference.id,
            )
