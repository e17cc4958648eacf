"""Where one page is written: hands out views of records and turns ids into links."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.record import Entry, Part
from generator.render.book import Book
from generator.render.jinja.labels import Labels
from generator.render.text import neutral
from generator.render.text.prose import Prose, plain
from generator.render.view import View

DEEPEST_QUOTE = 3
"""A quote may hold a quote; two records that quote each other would go on for ever."""


class Desk:
    """One page's view of the book. Views are made once a page, so that the page knows what it has shown."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.labels: Labels = book.labels
        self._views: dict[str, View] = {}
        self._depth = 0

    def prose(self, text: str, *, markdown: bool = True) -> Prose:
        return Prose(text, self.resolve, markdown=markdown)

    def view(self, id: str) -> View | None:
        """The entry of that id, where it is shown."""
        entry = self.book.shown.get(id)
        return self.view_of(entry) if entry is not None else None

    def view_of(self, entry: Entry) -> View:
        if entry.id not in self._views or self._views[entry.id]._part is not entry:
            self._views[entry.id] = View(entry, self)
        return self._views[entry.id]

    def views(self, entries: Iterable[Entry]) -> list[View]:
        return [self.view_of(entry) for entry in entries]

    def part(self, part: Part) -> View:
        return View(part, self)

    def label_of(self, id: str) -> str:
        entry = self.book.playbook.entries.get(id)
        return entry.label if entry is not None else id.replace("-", " ")

    def resolve(self, id: str, quoted: bool) -> str:
        """Markdown that links to an entry or quotes it. Addresses begin with `/` until the page is finished."""
        entry = self.book.playbook.entries.get(id)
        if entry is None:
            return neutral.spelled(id.replace("-", " "))
        if self._depth >= DEEPEST_QUOTE:
            return neutral.spelled(plain(self._flat(entry.label)))
        if quoted:
            return self._quote(entry)
        if id not in self.book.links:
            label = neutral.spelled(plain(self._flat(entry.label)))
            place = self.book.places.get(id)
            self.book.links[id] = f"[{label}](/{place}#{id})" if place and id in self.book.shown else label
        return self.book.links[id]

    def _quote(self, entry: Entry) -> str:
        self._depth += 1
        try:
            return neutral.inline(entry.quote, self.resolve)
        finally:
            self._depth -= 1

    def _flat(self, label: str) -> Prose:
        return Prose(label, lambda id, _quoted: neutral.spelled(id.replace("-", " ")))
