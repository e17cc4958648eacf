"""The day on which a record was to be looked at again has passed.

A playbook is believed as long as it is looked after. `review_every` says how often; the days are
counted from the last review on record (`tuneup review`), or from `effective` where there is none.
From `soon` days before the day, a note reminds the owner.

Where there is neither, no day can come, and a note says that nobody has looked yet: once for all records of an area
that take its `review_every`. It leaves out what `unreviewed-record` and `starter-text` say.

soon: 14 days, two working weeks, is time enough to find the hour that a review takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas import name_of
from generator.derive.current import has_ended
from generator.derive.facts import Facts
from generator.derive.state.reviews import State
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level
from generator.loading.words import one_of
from generator.location import Location
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 14) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        standing = facts.standings[record.id]
        if standing.due is None or record.status is Status.RETIRED or has_ended(record, facts.today):
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
    yield from _never_looked_at(facts)


def _never_looked_at(facts: Facts) -> Iterator[Complaint]:
    heirs: dict[str, list[Record]] = {}
    for record in facts.playbook.records():
        if not _is_waiting(record, facts):
            continue
        if record.inherits("review_every"):
            heirs.setdefault(facts.playbook.home(record), []).append(record)
        else:
            yield _unseen(record.at("review_every"), f"{record.KIND} `{record.id}`", record, record.id)
    for key, records in heirs.items():
        at = facts.playbook.areas[key].at("review_every")
        if len(records) == 1:
            yield _unseen(at, f"{records[0].KIND} `{records[0].id}`", records[0], records[0].id)
        else:
            ids = one_of([record.id for record in records])
            yield _unseen(at, f"{len(records)} records of {name_of(key)}", records[0], notes=(f"they are {ids}",))


def _is_waiting(record: Record, facts: Facts) -> bool:
    standing = facts.standings[record.id]
    fixed = standing.due is not None or standing.state is State.UNREVIEWED
    in_use = record.status is Status.ACTIVE and record.review_every is not None
    return in_use and not fixed and record.id not in facts.misread and not is_untouched(record, facts.playbook)


def _unseen(at: Location, what: str, record: Record, id_: str = "", *, notes: tuple[str, ...] = ()) -> Complaint:
    return Complaint(
        at,
        f"nobody has looked at {what} yet, so no review of it falls due",
        help=f'look, then run `tuneup review {record.id} --because "…"`, or add `effective:` with its first day',
        label="counted from no day",
        notes=notes,
        record=id_,
        level=Level.NOTE,
    )
