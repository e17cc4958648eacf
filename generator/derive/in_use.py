"""The message to say today in place of one that was given up, however often that was given up in turn."""

from __future__ import annotations

from collections.abc import Mapping

from generator.areas.messaging import Message, RetiredMessage
from generator.model.record import Entry
from generator.model.words import Status


def in_use(id_: str, entries: Mapping[str, Entry]) -> Message | None:
    """The message itself where it is still said; None where nothing took its place, or the chain goes in a circle."""
    passed: set[str] = set()
    while id_ not in passed:
        passed.add(id_)
        entry = entries.get(id_)
        if isinstance(entry, RetiredMessage):
            id_ = entry.replaced_by or ""
        elif isinstance(entry, Message) and entry.status is not Status.RETIRED:
            return entry
        else:
            id_ = successor(id_, entries)
    return None


def successor(id_: str, entries: Mapping[str, Entry]) -> str:
    """The message that supersedes this one, which need not be there any more; empty where none does."""
    if not id_:
        return ""
    return next((one.id for one in entries.values() if isinstance(one, Message) and one.supersedes == id_), "")
