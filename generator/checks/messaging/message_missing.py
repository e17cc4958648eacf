"""A source does not carry a message that it must.

What a source must say is listed in its `must_carry:`. The finding names what comes nearest to the message there, if
anything does: it may be the message in words so different that no reader would know it again. Write the message, or
take it off the list. A message that is there in altered form, or with another number, is reported as that instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.sources import Source
from generator.checks.quoted import mender, place_to_mend
from generator.derive.drift import Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for cell in facts.drift.cells.values():
        source = facts.playbook.entries[cell.source]
        if cell.verdict is Verdict.MISSING and isinstance(source, Source):
            near = cell.nearest
            nearest = (f'nearest there: "{near.quote}" ({near.where.words})',) if near else ()
            yield Complaint(
                place_to_mend(source, cell.message),
                f"source `{cell.source}` does not carry message `{cell.message}`",
                help=f"add it: {cell.canonical}",
                label="not there",
                notes=(*nearest, *mender(facts, source)),
                record=cell.message,
                subject=cell.message,
                source=cell.source,
            )
