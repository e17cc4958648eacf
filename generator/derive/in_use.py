"""The message to say today in place of one that was given up, however often that was given up in turn."""

from __future__ import annotations

from generator.areas.messaging import Message, RetiredMessage
from generator.model.playbook import Playbook
from generator.model.words import Status


def in_use(id_: str, playbook: Playbook) -> Message | None:
    """The message itself where it is still said; None where nothing took its place, or the chain goes in a circle."""
    passed: set[str] = set()
    while id_ not in passed:
        passed.add(id_)
        entry = playbook.entries.get(id_)
        if isinstance(entry, RetiredMessage):
            id_ = entry.replaced_by or ""
        elif isinstance(entry, Message) and entry.status is not Status.RETIRED:
            return entry
        else:
            id_ = playbook.successor(id_)
    return None
