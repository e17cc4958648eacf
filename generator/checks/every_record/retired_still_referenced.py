"""A record in use points to one that is retired, or whose last day has passed.

The reader who follows the link lands on something that no longer holds, or the record rests on it
without anybody noticing. Point to what replaced it; the help line names it where the successor says
`supersedes`. If what has ended holds on, change its `expires`. What it rests on and was retired since anybody
looked at it is told by `suspect-record`. A record that has itself ended may point to what ended with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.current import has_ended
from generator.derive.facts import Facts
from generator.derive.links import Link
from generator.finding import Complaint, Level
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.words import Status

LEVEL = Level.WARNING
HISTORY = frozenset({"supersedes", "retired", "replaced_by", "change_note", "changes", "history"})
"""Fields that speak of the past on purpose."""


def check(facts: Facts) -> Iterator[Complaint]:
    playbook = facts.playbook
    for record in playbook.records():
        if _in_use(record, facts):
            continue
        for link in facts.links.to(record.id):
            source = playbook.entries[link.source]
            if _in_use(source, facts) and not HISTORY.intersection(link.path) and not _told(record, link, facts):
                yield _complaint(source, record, link, playbook)


def _told(over: Record, link: Link, facts: Facts) -> bool:
    """Whether `suspect-record` says already, of the same place, that it was retired."""
    if over.status is not Status.RETIRED or link.path[0] != "based_on":
        return False
    standing = facts.standings.get(link.source)
    return standing is not None and link.target in standing.then


def _in_use(entry: Entry, facts: Facts) -> bool:
    return not isinstance(entry, Record) or not (entry.status is Status.RETIRED or has_ended(entry, facts.today))


def _complaint(source: Entry, over: Record, link: Link, playbook: Playbook) -> Complaint:
    successor = playbook.successor(over.id)
    retired = over.status is Status.RETIRED
    cure = "in use" if retired else f"still in force, or change when `{over.id}` ends"
    return Complaint(
        source.at(*link.path),
        f"{source.KIND} `{source.id}` points to {over.KIND} `{over.id}`, "
        + ("which is retired" if retired else f"which ended on {over.expires}"),
        help=f"use `{successor}`, which replaced it" if successor else f"point to a record that is {cure}",
        label="retired" if retired else "has ended",
        record=source.id,
    )
