"""An open deal has no day for the client's next step, or that day is over.

A deal without a date is a hope: nobody knows whether the client still works on it. Ask in the next review what the
client does next and when, write the day in the CRM, or close the deal. All such deals are told at once, since one
review looks at all of them. A file in which no open deal has a day in `next_step_date` is not judged: its CRM keeps
none.

Example: a deal in the pilot since October with an empty `next_step_date`.
Cure: `next_step_date` 2026-12-03, the day on which the client compares the curves with us.

grace: 3 days, so that a step of Friday may be written up on Monday.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.derive.deals import named, open_deals
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts, *, grace: int = 3) -> Iterator[Complaint]:
    rows = open_deals(facts)
    if not any(row.deal.next_step_date for row in rows):
        return
    first = facts.today - datetime.timedelta(days=grace)
    without = [row for row in rows if row.deal.next_step_date is None or row.deal.next_step_date < first]
    if without:
        yield Complaint(
            without[0].at(facts, "next_step_date"),
            f"{len(without)} of {len(rows)} open deals {'has' if len(without) == 1 else 'have'} no next step to come",
            help="ask in the next review what the client does and when; write the day in the CRM, or close it",
            notes=(f"deals: {named(without)}",),
        )
