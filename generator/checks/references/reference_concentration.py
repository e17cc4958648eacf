"""One reference client carries too large a part of all uses.

If a quarter of what we show rests on one client, we lose a quarter of our proof with their next chief executive.
Recruit others and use those that are there.

share: 25 % of the uses of the last year.
days: 365, so that a campaign does not decide alone.
at_least: 8 uses in all; with fewer, one more or less decides.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, share: float = 25.0, days: int = 365, at_least: int = 8) -> Iterator[Complaint]:
    since = facts.today - datetime.timedelta(days=days)
    used = {
        reference.id: sum(since < use.on <= facts.today for use in reference.uses)
        for reference in current(facts, Reference)
    }
    total = sum(used.values())
    if total < at_least:
        return
    for reference in current(facts, Reference):
        part = 100 * used[reference.id] / total
        if part > share:
            yield Complaint(
                reference.key_at("uses"),
                f"reference `{reference.id}` carries {part:.0f} % of all uses in {days} days",
                help="use others, and recruit where there are none",
                label=f"{used[reference.id]} of {total}",
                record=reference.id,
            )
