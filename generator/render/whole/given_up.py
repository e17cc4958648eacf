"""What is not said any more beside what is, for salespeople: since when, why, and where it can still be met."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.areas.glossary import Term
from generator.areas.messaging import Message, RetiredMessage, Wording
from generator.derive.in_use import in_use
from generator.model.words import Status
from generator.render.book import Book
from generator.render.drift.item import Item


@dataclass(frozen=True)
class Row:
    """`was` and `now` are Markdown; `now` is empty where nothing took its place. `id` is an anchor to set, or empty.

    `still` are sources that say it today, with the id of the proof on the page about drift.
    """

    was: str
    now: str
    since: datetime.date | None
    because: str
    id: str = ""
    still: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Words:
    """A word to use, and those to avoid. `entry` is where it is written down."""

    entry: Wording | Term
    avoid: Sequence[str]
    since: datetime.date | None
    because: str
    still: tuple[tuple[str, str], ...] = ()


def given_up(book: Book, items: Sequence[Item]) -> list[Row]:
    """Every wording that is not said any more or soon will not be, newest first, without a day last."""
    rows = [*_wordings(book, _met(items)), *_messages(book, _met(items)), *_retired(book, _met(items))]
    return sorted(rows, key=lambda row: row.since or datetime.date.min, reverse=True)


def words(book: Book, items: Sequence[Item]) -> list[Words]:
    """Names and words of messaging, then those of the glossary that messaging does not speak of."""
    met = _met(items)
    own = [Words(one, one.avoid, one.since, one.because or "", met.get(one.use, ())) for one in book.of(Wording)]
    said = {one.use.casefold() for one in book.of(Wording)}
    others = [term for term in book.current(Term) if term.avoid and term.title.strip().casefold() not in said]
    return own + [Words(term, term.avoid, None, "", met.get(term.title.strip(), ())) for term in others]


def _met(items: Sequence[Item]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Where each old wording and word was found, by what the finding is about; one place a source."""
    found: dict[str, dict[str, str]] = {}
    for item in items:
        found.setdefault(item.about, {}).setdefault(item.source, item.id)
    return {about: tuple(places.items()) for about, places in found.items()}


def _wordings(book: Book, met: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[Row]:
    for message in book.current(Message):
        for number, old in enumerate(message.retired, 1):
            still = met.get(f"{message.id}#retired-{number}", ())
            yield Row(old.text, f"[[={message.id}]]", old.since, old.because or "", still=still)


def _messages(book: Book, met: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[Row]:
    """Whole messages with `status: retired`, or superseded by another."""
    for message in book.past(Message):
        heir = _heir(book, message.id)
        over = message.expires + datetime.timedelta(days=1) if message.expires else None
        day = heir.effective if heir else over
        now = f"[[={heir.id}]]" if heir else ""
        yield Row(message.text, now, day, (heir.change_note or "") if heir else "", still=met.get(message.id, ()))


def _retired(book: Book, met: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[Row]:
    for old in book.of(RetiredMessage):
        now = in_use(old.id, book.playbook)
        heir = (_heir(book, now.id) or now) if now else None
        words = f"[[={heir.id}]]" if heir else ""
        yield Row(old.text, words, old.since, old.because or "", old.id, met.get(old.id, ()))


def _heir(book: Book, id: str) -> Message | None:
    """The message that has superseded this one, or the one that has superseded that."""
    heirs = {one.supersedes: one for one in book.of(Message) if one.supersedes and one.status is not Status.RETIRED}
    seen = {id}
    found = None
    while id in heirs and heirs[id].id not in seen:
        found = heirs[id]
        id = found.id
        seen.add(id)
    return found
