"""Something a record rests on has changed since anybody looked at it.

When an objective moves and the ideal client, the pay plan or a message built on it does not, the
target is missed. A record is suspect when a record in its `based_on` says something else than at
the last review, and affected when one of those is itself suspect. It need not be wrong: look at it,
mend it where needed, and record the look with `tuneup review`. Where the other record was retired, put what took
its place into `based_on` first.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.derive.state.reviews import Standing, State
from generator.finding import Complaint, Level
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        standing = facts.standings[record.id]
        if record.status is Status.RETIRED:
            continue
        if standing.state is State.SUSPECT:
            yield _suspect(record, standing, facts.playbook)
        elif standing.state is State.AFFECTED:
            yield _affected(record, standing)


def _suspect(record: Record, standing: Standing, playbook: Playbook) -> Complaint:
    return Complaint(
        record.at("based_on"),
        f"{record.KIND} `{record.id}` rests on {_moved(standing, playbook)} its review on {standing.last}",
        help=f'{_first(standing, playbook)}run `tuneup review {record.id} --because "…"`',
        label="changed since",
        record=record.id,
    )


def _moved(standing: Standing, playbook: Playbook) -> str:
    moved = ", ".join(f"`{id_}`" for id_ in standing.moved)
    if not standing.then:
        return f"{moved}, which it did not rest on at"
    gone = all(playbook.is_retired(id_) for id_ in standing.moved)
    verb = ("were" if len(standing.moved) > 1 else "was") + " retired" if gone else "changed"
    return f"{moved}, which {verb} since"


def _first(standing: Standing, playbook: Playbook) -> str:
    """What is to be done before the look is recorded."""
    retired = next((id_ for id_ in standing.moved if playbook.is_retired(id_)), "")
    if not retired:
        return "look at it, then "
    successor = playbook.successor(retired)
    return f"put `{successor}` in place of `{retired}`, then " if successor else f"give up `{retired}` here, then "


def _affected(record: Record, standing: Standing) -> Complaint:
    way = " → ".join(f"`{id_}`" for id_ in standing.path)
    nearest = standing.path[-2] if len(standing.path) > 1 else standing.path[0]
    lost = bool(standing.gone) and not standing.moved
    return Complaint(
        record.at("based_on"),
        f"{record.KIND} `{record.id}` rests on something {'that is gone' if lost else 'that is itself suspect'}: {way}",
        help=f"mend what `{nearest}` rests on first" if lost else f"review `{nearest}` first",
        label="affected",
        record=record.id,
        level=Level.NOTE,
    )
