"""What to say instead: wordings and words that one version retired and the other still used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message, RetiredMessage, Wording
from generator.derive.in_use import in_use
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.words import Status


def say_instead(was: Entry | None, now: Entry | None, playbook: Playbook) -> tuple[tuple[str, str], ...]:
    """Pairs of what is not to be said any more and what is, which may be empty. `playbook` is that of now."""
    return tuple(
        dict.fromkeys((" ".join(old.split()), " ".join(new.split())) for old, new in _pairs(was, now, playbook))
    )


def is_over(entry: Entry | None) -> bool:
    """Whether it is kept only so that nobody goes on using it."""
    return isinstance(entry, RetiredMessage) or (isinstance(entry, Record) and entry.status is Status.RETIRED)


def _pairs(was: Entry | None, now: Entry | None, playbook: Playbook) -> Iterator[tuple[str, str]]:
    if isinstance(was, Message) and not is_over(was) and is_over(now) and not isinstance(now, RetiredMessage):
        yield was.text, _instead_of(was.id, playbook)
    elif isinstance(now, Message):
        before = {wording.text for wording in was.retired} if isinstance(was, Message) else set()
        if isinstance(was, Message) and was.text.split() != now.text.split():
            yield was.text, now.text
        yield from ((wording.text, now.text) for wording in now.retired if wording.text not in before)
    elif isinstance(now, RetiredMessage) and not is_over(was):
        yield now.text, _instead_of(now.replaced_by or "", playbook)
    elif isinstance(now, Wording):
        known = set(was.avoid) if isinstance(was, Wording) else set()
        yield from ((word, now.use) for word in now.avoid if word not in known)
    elif isinstance(was, Message) and now is None:
        yield was.text, _instead_of(was.id, playbook)


def _instead_of(id_: str, playbook: Playbook) -> str:
    """What is said today, however often that was given up in turn which took its place."""
    instead = in_use(id_, playbook)
    return instead.quote if instead else ""
