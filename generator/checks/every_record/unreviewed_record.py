"""A record rests on others, and nobody has recorded a look at it.

Without a first review there is nothing to compare with: when what it rests on changes, no lamp can
light. Look at it once and record that with `tuneup review`. What only the starter says needs no look yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.derive.state.reviews import State
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        waits = facts.standings[record.id].state is State.UNREVIEWED and record.status is Status.ACTIVE
        if waits and not is_untouched(record, facts.playbook):
            yield Complaint(
                record.at("based_on"),
                f"{record.KIND} `{record.id}` rests on others and was never reviewed",
                help=f'look at it, then run `tuneup review {record.id} --because "…"`',
                label="no review on record",
                record=record.id,
            )
