"""A reference client was asked more often in the last quarter than agreed.

The best reference is asked most, and one day says no to everybody. Use another one: the finder on the references page
proposes the least used that fits. A note says when the agreed number is reached. Names and logos cost the client
nothing and do not count.

days: 91, a quarter of a year, counted back from today.
uses_a_quarter: 3, where the reference itself says nothing; one a month is what most clients give gladly.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
COUNTED = ("quote", "call", "visit")


def check(facts: Facts, *, days: int = 91, uses_a_quarter: int = 3) -> Iterator[Complaint]:
    since = facts.today - datetime.timedelta(days=days)
    for reference in current(facts, Reference):
        limit = reference.uses_a_quarter if reference.uses_a_quarter is not None else uses_a_quarter
        used = sum(since < use.on <= facts.today and use.kind in COUNTED for use in reference.uses)
        if not used or used < limit:
            continue
        over = used > limit
        yield Complaint(
            reference.key_at("uses"),
            f"reference `{reference.id}` was used {_times(used)} in {days} days, against {_times(limit)} agreed",
            help="use another reference that fits",
            label="more than agreed" if over else "as many as agreed",
            record=reference.id,
            level=None if over else Level.NOTE,
        )


def _times(number: int) -> str:
    return f"{number} time{'s' if number != 1 else ''}"
