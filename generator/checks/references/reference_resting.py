"""A reference client was asked again while they should have rested.

After a call or a visit a client deserves some weeks without one; that was agreed as `rest`. Thank them, and use
another one until they have rested. Only the last `days` are looked at, so that an old slip does not stay for ever.

days: 91, a quarter of a year.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator

from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
TIRING = ("call", "visit")


def check(facts: Facts, *, days: int = 91) -> Iterator[Complaint]:
    since = facts.today - datetime.timedelta(days=days)
    for reference in current(facts, Reference):
        if reference.rest is None:
            continue
        tiring = sorted((use.on, position) for position, use in enumerate(reference.uses) if use.kind in TIRING)
        for (before, _), (day, position) in itertools.pairwise(tiring):
            if day >= since and (day - before).days < reference.rest.days:
                yield Complaint(
                    reference.at("uses", position, "on"),
                    f"reference `{reference.id}` was asked on {day}, {(day - before).days} days after the time before",
                    help=f"let them rest for {reference.rest} and use another one",
                    label=f"rests until {before + datetime.timedelta(days=reference.rest.days)}",
                    record=reference.id,
                )
