"""Nobody has looked for a while whether what we say of a competitor is still so.

A seller who quotes a competitor's old price or a gap that was closed in spring loses more than the point. Look at
their website, release notes and the last lost deals, mend the card, and write the day in `checked_on`.

days: 90; most vendors release every quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Competitor
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 90) -> Iterator[Complaint]:
    for competitor in current(facts, Competitor):
        age = (facts.today - competitor.checked_on).days if competitor.checked_on else None
        if age is not None and age <= days:
            continue
        yield Complaint(
            competitor.at("checked_on") if age is not None else competitor.at(),
            f"competitor `{competitor.id}` was last checked on {competitor.checked_on}"
            if age is not None
            else f"competitor `{competitor.id}` was never checked",
            help="look whether the card is still true and write the day in `checked_on`",
            label=f"{age} days ago" if age is not None else "",
            record=competitor.id,
        )
