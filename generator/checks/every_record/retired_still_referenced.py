"""A record in use points to one that is retired.

The reader who follows the link lands on something that no longer holds, or the record rests on it
without anybody noticing. Point to what replaced it; the help line names it where the successor says
`supersedes`. What it rests on and was retired since anybody looked at it is told by `suspect-record`.
"""

from __future__ import annotations

from collections.abc import Iterator

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
        if record.status is not Status.RETIRED:
            continue
        for link in facts.links.to(record.id):
            source = playbook.entries[link.source]
            if _in_use(source) and not HISTORY.intersection(link.path) and not _told(link, facts):
                yield _complaint(source, record, link, playbook)


def _told(link: Link, facts: Facts) -> bool:
    """Whether `suspect-record` says it already, of the same place."""
    standing = facts.standings.get(link.source)
    return link.path[0] == "based_on" and standing is not None and link.target in standing.then


def _in_use(entry: Entry) -> bool:
    return not isinstance(entry, Record) or entry.status is not Status.RETIRED


def _complaint(source: Entry, retired: Record, link: Link, playbook: Playbook) -> Complaint:
    successor = playbook.successor(retired.id)
    cure = f"use `{successor}`, which replaced it" if successor else "point to a record that is in use"
    return Complaint(
        source.at(*link.path),
        f"{source.KIND} `{source.id}` points to {retired.KIND} `{retired.id}`, which is retired",
        help=cure,
        label="retired",
        record=source.id,
    )
