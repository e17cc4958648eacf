"""A source carries a message that it must only where readers do not see it.

On a hidden slide, in speaker notes, in a comment or behind a picture it is said to nobody. Show it, or take it off
the source's `must_carry:` if it is meant for the speaker only.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.sources import Source
from generator.checks.quoted import mender, place_to_mend
from generator.derive.drift import Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for cell in facts.drift.cells.values():
        source, best = facts.playbook.entries[cell.source], cell.best
        if cell.verdict is Verdict.HIDDEN and best and isinstance(source, Source):
            yield Complaint(
                place_to_mend(source, cell.message, best.where),
                f"source `{cell.source}` carries message `{cell.message}` only hidden: {best.where.name}",
                help=f"show it to readers, or take `{cell.message}` off `must_carry:`",
                label="only hidden",
                notes=mender(facts, source),
                record=cell.message,
                subject=cell.message,
                source=cell.source,
                match=best.quote,
            )
