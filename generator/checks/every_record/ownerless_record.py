"""A record has no owner, or its owner has left.

What nobody owns nobody keeps true. The owner is the one who is asked when a reader reports a
mistake, and whom the lamps remind when a review is due. Name one in the record (`owner: ingrid`),
or once for all records at the top of the area's file.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Person
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        nested = len(facts.playbook.homes[record.id][1]) > 2
        if nested or record.status is Status.RETIRED:
            continue
        owner = facts.playbook.entries.get(record.owner or "")
        if record.owner is None:
            yield _ownerless(record)
        elif isinstance(owner, Person) and owner.left and owner.left <= facts.today:
            yield _left(record, owner)


def _ownerless(record: Record) -> Complaint:
    return Complaint(
        record.at(),
        f"{record.KIND} `{record.id}` has no owner",
        help="add `owner:` with the id of a person, here or at the top of the file",
        record=record.id,
    )


def _left(record: Record, owner: Person) -> Complaint:
    return Complaint(
        record.at("owner"),
        f"{owner.name}, who owns {record.KIND} `{record.id}`, left on {owner.left}",
        help="name somebody who is here",
        label="has left",
        record=record.id,
    )
