"""Why a reader can believe a page: who owns it, when it was looked at, when it is looked at next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from generator.location import Location
from generator.model.area import Area
from generator.model.record import Entry, Record
from generator.render.book import Book
from generator.render.page.leaf import Leaf

SOON = 14
"""Days before a review from which it counts as due; the same as the note of `review-overdue`."""


@dataclass(frozen=True)
class Trust:
    """What the line at the foot of a page, or below a record, says. `state` is in-tune, due, suspect or unknown."""

    owners: tuple[str, ...]
    reviewed: datetime.date | None
    next: datetime.date | None
    state: str
    edit: str
    report: str
    moved: tuple[str, ...] = ()
    made: bool = False
    """Whether the page is made from all of the playbook and its rules, so that nobody has to look at it."""


def trust_of_page(book: Book, leaf: Leaf) -> Trust:
    """By the records that live on it; where none could have an owner, by the areas that it draws from."""
    entries = [leaf.subject] if leaf.subject is not None else [one for one in leaf.homes if not book.is_past(one)]
    line = trust(book, entries, title=leaf.title, path=leaf.path)
    if any(isinstance(entry, Record) for entry in entries):
        return line
    named = [*([leaf.area] if leaf.area else []), *leaf.gathers, *(book.playbook.home(entry) for entry in entries)]
    areas = [book.playbook.areas[key] for key in dict.fromkeys(named) if key in book.playbook.areas]
    if not areas:
        return replace(line, made=not named)
    return _by_areas(book, areas, line)


def _by_areas(book: Book, areas: Sequence[Area], line: Trust) -> Trust:
    """The areas' owners, the nearest review of what stands in them, and the file of the first one to edit."""
    records = [entry for area in areas for entry in book.inside(area.KEY) if not book.is_past(entry)]
    all_ = trust(book, records, title="", path="")
    owners = tuple(dict.fromkeys(area.owner for area in areas if area.owner)) or all_.owners
    return replace(
        line,
        owners=owners,
        reviewed=all_.reviewed,
        next=all_.next,
        state=_state(book, False, all_.next),
        edit=line.edit or edit_address(book, areas[0].at()),
    )


def trust(book: Book, entries: Sequence[Entry], *, title: str, path: str) -> Trust:
    """For several records: all their owners, the oldest review, the nearest next one, the first one to edit."""
    records = [entry for entry in entries if isinstance(entry, Record)]
    standings = [book.standings[record.id] for record in records if record.id in book.standings]
    dues = [standing.due for standing in standings if standing.due]
    looked = [standing.last for standing in standings if standing.last]
    owners = dict.fromkeys(record.owner for record in records if record.owner)
    moved = dict.fromkeys(id for standing in standings for id in standing.moved)
    return Trust(
        owners=tuple(owners),
        reviewed=min(looked, default=None),
        next=min(dues, default=None),
        state=_state(book, bool(moved), min(dues, default=None)),
        edit=edit_address(book, entries[0].at()) if entries else "",
        report=_report_address(book, title, path),
        moved=tuple(moved),
    )


def edit_address(book: Book, place: Location) -> str:
    """Where the forge opens the file for editing, at the line; nothing where either is unknown."""
    if not book.settings.edit_base or not place.file:
        return ""
    return f"{book.settings.edit_base}{quote(place.file)}" + (f"#L{place.line}" if place.line else "")


def _state(book: Book, moved: bool, due: datetime.date | None) -> str:
    if moved:
        return "suspect"
    if due is None:
        return "unknown"
    return "due" if (due - book.today).days <= SOON else "in-tune"


def _report_address(book: Book, title: str, path: str) -> str:
    if not book.settings.issues_base:
        return ""
    said = book.labels("trust.report-title", page=title)
    joint = "&" if "?" in book.settings.issues_base else "?"
    return f"{book.settings.issues_base}{joint}{urlencode({'title': str(said), 'body': path})}"
