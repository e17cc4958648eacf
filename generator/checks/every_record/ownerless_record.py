"""A record has no owner, or its owner has left.

What nobody owns nobody keeps true. The owner is the one who is asked when a reader reports a
mistake, and whom the lamps remind when a review is due. Name one in the record (`owner: ingrid`),
or once for all records at the top of the area's file.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas import name_of
from generator.areas.company import Person
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    heirs: dict[str, list[Record]] = {}
    for record in facts.playbook.records():
        nested = len(facts.playbook.homes[record.id][1]) > 2
        if nested or record.status is Status.RETIRED:
            continue
        if record.owner is None:
            if not record.wrote("owner") and not facts.playbook.areas[facts.playbook.home(record)].wrote("owner"):
                yield _ownerless(record)  # else what is wrong with the owner is said there
        elif record.inherits("owner"):
            heirs.setdefault(facts.playbook.home(record), []).append(record)
        elif owner := _who_left(record.owner, facts):
            whose = f"{record.KIND} `{record.id}`"
            yield _left(record.at("owner"), owner, whose, record.id)
    for key, records in heirs.items():
        area = facts.playbook.areas[key]
        if owner := _who_left(area.owner, facts):
            whose = f"{len(records)} records of {name_of(key)}" if len(records) > 1 else f"a record of {name_of(key)}"
            yield _left(area.at("owner"), owner, whose)


def _who_left(id_: str | None, facts: Facts) -> Person | None:
    person = facts.playbook.entries.get(id_ or "")
    return person if isinstance(person, Person) and person.left and person.left <= facts.today else None


def _ownerless(record: Record) -> Complaint:
    return Complaint(
        record.at(),
        f"{record.KIND} `{record.id}` has no owner",
        help="add `owner:` with the id of a person, here or at the top of the file",
        record=record.id,
    )


def _left(at: Location, owner: Person, whose: str, record: str = "") -> Complaint:
    return Complaint(
        at,
        f"{owner.name}, who owns {whose}, left on {owner.left}",
        help="name somebody who is here",
        label="has left",
        record=record,
    )
