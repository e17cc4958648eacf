"""Makes all pages of a playbook: asks each section for its pages, then writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import jinja2

from generator.areas.rap import Track
from generator.checks.rule import Rule
from generator.derive.facts import Facts
from generator.derive.history.releases import Release
from generator.derive.state.lamps import Past
from generator.finding import Finding
from generator.model.record import Entry, Part
from generator.model.settings import Settings
from generator.render.assets import assets
from generator.render.book import Book, open_book
from generator.render.desk import Desk
from generator.render.drift.place import in_language, open_address
from generator.render.feed import FEED, feed, has_feed
from generator.render.generic import generic
from generator.render.jinja.engine import environment, folders
from generator.render.jinja.fault import places
from generator.render.jinja.labels import read_labels
from generator.render.page.finish import finished
from generator.render.page.leaf import Leaf
from generator.render.page.navigation import Nav, navigation
from generator.render.page.tooltips import tooltips
from generator.render.page.trust import edit_address, trust, trust_of_page
from generator.render.sections import discover, homeless
from generator.render.training.track_name import has_own_name
from generator.render.whole.because import because, due_of
from generator.render.whole.users import users_by_area


@dataclass(frozen=True)
class Pages:
    """What the site is made of, by path in the docs folder. `nav` is as MkDocs writes it.

    `fronts` is the front matter of each page, which can be known before the page is written.
    """

    pages: Mapping[str, str]
    fronts: Mapping[str, Mapping[str, Any]]
    assets: Mapping[str, bytes]
    nav: Nav
    book: Book = field(repr=False)


class Written(Mapping[str, str]):
    """Pages by path, each written when it is first asked for: a preview needs the page on the screen first."""

    def __init__(self, leaves: Sequence[Leaf], write: Callable[[Leaf], str]) -> None:
        self._leaves = {leaf.path: leaf for leaf in leaves}
        self._write = write
        self._texts: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = self._write(self._leaves[path])
        return self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._leaves)

    def __len__(self) -> int:
        return len(self._leaves)


def render(
    facts: Facts,
    settings: Settings,
    *,
    findings: Sequence[Finding] = (),
    rules: Sequence[Rule] = (),
    past: Sequence[Past] = (),
    releases: Sequence[Release] = (),
) -> Pages:
    """The same facts and templates give the same pages, whatever the clock says."""
    searched = folders(settings.templates)
    labels = read_labels(searched, settings.language)
    book = open_book(facts, findings, rules, settings, labels, past, releases)
    sections = {key: list(pages(book)) for key, pages in discover().items()}
    leaves = [leaf for section in sections.values() for leaf in section]
    sections["more"] = homeless(book, leaves)
    leaves += sections["more"]
    for leaf in leaves:
        book.places.update((entry.id, leaf.path) for entry in leaf.homes)
    jinja = environment(searched, labels)
    below = tooltips(book)
    written = Written(leaves, lambda leaf: write(leaf, book, jinja, below))
    fronts = {leaf.path: _front(leaf) for leaf in leaves}
    files = {**assets(searched, book.company.accent), **({FEED: feed(book, jinja)} if has_feed(book) else {})}
    return Pages(written, fronts, files, navigation(sections, labels), book)


def write(leaf: Leaf, book: Book, jinja: jinja2.Environment, below: str) -> str:
    """One page, ready for the docs folder."""
    desk = Desk(book)
    given = {key: _seen(value, desk) for key, value in leaf.given.items()}
    context: dict[str, Any] = {
        "book": book,
        "desk": desk,
        "page": leaf,
        "company": desk.part(book.company),
        "today": book.today,
        "record": desk.view_of(leaf.subject) if leaf.subject is not None else None,
        "view": desk.view,
        "views": desk.views,
        "trust": trust_of_page(book, leaf),
        "trust_of": lambda record: trust(book, [book.shown[record.id]], title=leaf.title, path=leaf.path),
        "edit_of": lambda record: edit_address(book, book.shown[str(record.id)].at()),
        "by_area": lambda record: users_by_area(book, str(record.id), desk),
        "own_name": lambda track: has_own_name(book, cast(Track, book.shown[str(track.id)])),
        "due_of": lambda finding: due_of(finding, book),
        "because": lambda finding: because(finding, desk),
        "open_of": lambda where: open_address(book, where),
        "place_of": lambda where: in_language(book.labels, where),
        "edit_place": lambda place: edit_address(book, place),
        **generic(leaf, book, desk),
        **given,
    }
    with places(book.settings.root):
        template = jinja.select_template([f"pages/{leaf.template}.md.j2", f"pages/{_fallback(leaf)}.md.j2"])
        text = template.render(context)
    return finished(text + below, leaf, _front(leaf))


def _fallback(leaf: Leaf) -> str:
    return "record" if leaf.subject is not None else "area"


def _front(leaf: Leaf) -> dict[str, Any]:
    front: dict[str, Any] = {"title": leaf.title}
    hides = (("navigation", leaf.front), ("toc", leaf.wide or leaf.front), ("footer", not leaf.onward))
    hidden = [name for name, hide in hides if hide]
    if hidden:
        front["hide"] = hidden
    if leaf.boost != 1.0:
        front["search"] = {"boost": leaf.boost}
    return front


def _seen(value: Any, desk: Desk) -> Any:
    """What a section hands to its template, with every piece of the playbook made a view."""
    if isinstance(value, Entry):
        return desk.view_of(value)
    if isinstance(value, Part):
        return desk.part(value)
    if isinstance(value, list | tuple):
        return type(value)(_seen(item, desk) for item in value)
    if isinstance(value, dict):
        return {key: _seen(item, desk) for key, item in value.items()}
    return value
