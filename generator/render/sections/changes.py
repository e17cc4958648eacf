"""Changes: what is different since when, in the seller's words, newest first."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.areas.compensation import PayPlan
from generator.areas.messaging import Message, RetiredMessage
from generator.areas.objectives import Objective
from generator.derive.alike import told_apart
from generator.derive.history.changes import Change as Moved
from generator.derive.history.releases import Release
from generator.derive.in_use import in_use
from generator.model.record import Entry, Record
from generator.render.book import Book
from generator.render.feed import has_feed
from generator.render.jinja.filters import slug
from generator.render.jinja.told import words
from generator.render.page.heading import heading
from generator.render.page.leaf import Leaf

ORDER = 80
NAMED = 6
"""Records that rest on a change and are named; of the rest the number."""


@dataclass(frozen=True)
class Change:
    """One thing that changed. `was`, `now` and `today` are Markdown; `because` may be empty.

    `today` is what is said by now; nobody knows whether it was said in the same words from that day.
    """

    on: datetime.date
    record: Entry
    was: str = ""
    now: str = ""
    because: str = ""
    today: str = ""

    @property
    def key(self) -> str:
        """By which a browser knows what it has seen."""
        return _digest(self.record.id, self.was, self.now or self.today)


def pages(book: Book) -> Iterator[Leaf]:
    title = str(book.labels("page.changes.title"))
    given = {
        "steps": steps(changes(book), book.releases),
        "heading": partial(heading, book),
        "key": key,
        "reached": partial(reached, book),
        "lapsed": partial(lapsed, book),
        "feed": has_feed(book),
        "visited": visited(book),
    }
    yield Leaf("changes.md", title, "changes", given=given, boost=0.7)


@dataclass(frozen=True)
class Step:
    """A release, or changes that have a day, between two releases."""

    release: Release | None = None
    dated: tuple[Change, ...] = ()


def steps(dated: Sequence[Change], releases: Sequence[Release]) -> list[Step]:
    """Both kinds in one row, the newest first. What has no number yet comes before all."""
    found: list[Step] = []
    left = list(dated)
    for release in releases:
        later = [one for one in left if release.version and one.on > release.on]
        left = left[len(later) :]
        found += [Step(dated=tuple(later))] if later else []
        found.append(Step(release))
    return [*found, Step(dated=tuple(left))] if left else found


def visited(book: Book) -> dict[str, Any]:
    """For the script that marks what is new to a reader: all changes, in whatever number a page shows them."""
    keys = [one.key for one in changes(book)] + [key(one) for release in book.releases for one in release.changes]
    return {
        "site": slug(book.company.name),
        "changes": list(dict.fromkeys(keys)),
        "words": words(book.labels, "hire.all", "page.changes.visit"),
    }


def reached(book: Book, change: Moved) -> list[tuple[str, str]]:
    """The first records that rest on it and have a place on the site, and their names."""
    ids = [id for id in change.affects[:NAMED] if id in book.shown and id in book.places]
    playbook = book.playbook
    names = told_apart(ids, lambda id: book.shown[id].label, lambda id: str(book.labels.area(playbook.homes[id][0])))
    return list(zip(ids, names, strict=True))


def lapsed(book: Book, change: Moved) -> list[tuple[str, str]]:
    """Who was signed off on what, and is no longer; both may have become secret since."""
    return [
        (book.shown[hire].label, book.shown[module].label)
        for hire, module in change.lapsed
        if hire in book.shown and module in book.shown
    ]


def key(change: Moved) -> str:
    """The same before and after the version has a number."""
    return _digest(change.id, change.what, *(field.now for field in change.fields))


def _digest(*said: str) -> str:
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:8]


def changes(book: Book) -> list[Change]:
    """All dated changes that the playbook itself tells of, none from the future."""
    found = [*_objectives(book), *_pay(book), *_messages(book)]
    told = {(change.on, change.record.id) for change in found}
    found += [note for note in _notes(book) if (note.on, note.record.id) not in told]
    return sorted((one for one in found if one.on <= book.today), key=lambda one: (-one.on.toordinal(), one.record.id))


def _objectives(book: Book) -> Iterator[Change]:
    for objective in book.of(Objective):
        for change in objective.changes:
            yield Change(change.on, objective, change.was, change.now, change.because)


def _pay(book: Book) -> Iterator[Change]:
    for plan in book.of(PayPlan):
        for change in plan.changes:
            yield Change(change.on, plan, now=change.what, because=change.why)


def _messages(book: Book) -> Iterator[Change]:
    for message in book.of(Message):
        for old in message.retired[:1]:
            if old.since:
                yield Change(old.since, message, old.text, because=old.because or "", today=f"[[={message.id}]]")
    for retired in book.of(RetiredMessage):
        heir = in_use(retired.id, book.playbook)
        now = f"[[={heir.id}]]" if heir else ""
        record = book.shown.get(heir.id, retired) if heir else retired
        yield Change(retired.since, record, retired.text, because=retired.because or "", today=now)


def _notes(book: Book) -> Iterator[Change]:
    for record in book.of(Record):
        if record.change_note and record.effective:
            yield Change(record.effective, record, now=record.change_note)
