"""A record in use points to one that is retired, or whose last day has passed.

The reader who follows the link lands on something that no longer holds, or the record rests on it without anybody
noticing. Point to what replaced it; the help line names it where the successor says `supersedes`. If what has ended
holds on, change its `expires`; where four or more records point to it and nothing follows it, that is asked once, of
the record itself. What it rests on and was retired since anybody looked at it is told by `suspect-record`. A record
that has itself ended may point to what ended with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.current import has_ended
from generator.derive.facts import Facts
from generator.derive.links import Link
from generator.finding import Complaint, Level
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.words import Status

LEVEL = Level.WARNING
MANY = 4
"""Records from which on what has ended without a successor is one question to one person, and no longer one to each."""
HISTORY = frozenset({"supersedes", "retired", "replaced_by", "change_note", "changes", "history"})
"""Fields that speak of the past on purpose."""


def check(facts: Facts) -> Iterator[Complaint]:
    playbook = facts.playbook
    for record in playbook.records():
        if _in_use(record, facts):
            continue
        links = [link for link in facts.links.to(record.id) if _goes_on(link, record, facts)]
        sources = {link.source for link in links}
        if len(sources) >= MANY and not (record.status is Status.RETIRED or playbook.successor(record.id)):
            yield _ended(record, links, playbook)
        else:
            yield from (_complaint(playbook.entries[link.source], record, link, playbook) for link in links)


def _goes_on(link: Link, over: Record, facts: Facts) -> bool:
    source = facts.playbook.entries[link.source]
    return _in_use(source, facts) and not HISTORY.intersection(link.path) and not _told(over, link, facts)


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


def _ended(over: Record, links: Sequence[Link], playbook: Playbook) -> Complaint:
    """Said once, of the record: whoever keeps it true decides for all that point to it."""
    by_area: dict[str, list[str]] = {}
    for source in dict.fromkeys(link.source for link in links):
        by_area.setdefault(playbook.homes[source][0], []).append(f"`{source}`")
    count = sum(map(len, by_area.values()))
    return Complaint(
        over.at("expires"),
        f"{over.KIND} `{over.id}` ended on {over.expires}, and {count} records still point to it",
        help=f"change when `{over.id}` ends, or write what follows it, with `supersedes: {over.id}`",
        label="has ended",
        notes=tuple(f"in {key}: {', '.join(ids)}" for key, ids in by_area.items()),
        record=over.id,
    )
