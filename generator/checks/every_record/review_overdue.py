"""The day on which a record was to be looked at again has passed.

A playbook is believed as long as it is looked after. `review_every` says how often; the days are
counted from the last review on record (`tuneup review`), or from `effective` where there is none.
From `soon` days before the day, a note reminds the owner.

soon: 14 days, two working weeks, is time enough to find the hour that a review takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 14) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        standing = facts.standings[record.id]
        if standing.due is None or record.status is Status.RETIRED:
            continue
        left = (standing.due - facts.today).days
        if left > soon:
            continue
        said = f"was due on {standing.due}" if left < 0 else f"is due on {standing.due}"
        yield Complaint(
            record.at("review_every"),
            f"the review of {record.KIND} `{record.id}` {said}",
            help=f'look at it, then run `tuneup review {record.id} --because "…"`',
            label=f"{-left} days ago" if left < 0 else f"in {left} days",
            notes=(f"last looked at on {standing.last}",),
            record=record.id,
            level=None if left < 0 else Level.NOTE,
        )
