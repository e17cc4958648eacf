"""The matrix as tables: few messages by kind of source for a glance, and all messages in all sources."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.areas.sources import Source
from generator.derive.drift import Cell, Drift, Verdict
from generator.render.book import Book
from generator.render.drift.item import Item, items_of

KINDS = ("website", "presentation", "print", "email", "social", "talk", "transcript")
"""In the order in which a reader thinks of them, not that of the schema."""
LONGEST_NUMBER = 24
"""Characters of `38 %, not 41 %`; a longer pair is told below the table."""


@dataclass(frozen=True)
class Square:
    """What the sources of one kind, or one source, are to a message.

    `count` of `all` sources concerned have the verdict. `link` is the id of the proof on the page, `until` the last
    day of what may stay; `is_open` where somebody has to mend it now.
    """

    verdict: str
    count: int = 0
    all: int = 0
    numbers: tuple[str, str] | None = None
    link: str = ""
    until: datetime.date | None = None
    is_open: bool = False


@dataclass(frozen=True)
class Row:
    message: str
    squares: tuple[Square, ...]

    @property
    def rank(self) -> int:
        """0 where somebody has to act, 1 where something waits."""
        return min((0 if one.is_open else 1 if one.until else 2 for one in self.squares), default=2)


@dataclass(frozen=True)
class Table:
    """`heads` are kinds with the number of their sources, or kinds with how many columns they span."""

    heads: tuple[tuple[str, int], ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def by_kind(book: Book, items: Sequence[Item]) -> Table:
    """Messages that are not fine everywhere: first what is to be mended, then what waits."""
    drift, groups = book.drift, _groups(book)
    found = items_of(items, drift)
    rows = [
        Row(message, tuple(_square([drift.cells[id, message] for id in ids], found) for ids in groups.values()))
        for message in drift.messages
        if any(_is_telling(cell) for cell in drift.row(message))
    ]
    heads = tuple((kind, len(ids)) for kind, ids in groups.items())
    return Table(heads, tuple(groups), tuple(sorted(rows, key=lambda row: row.rank)))


def in_full(book: Book, items: Sequence[Item]) -> Table:
    """Every message that is said or asked for anywhere, in every source."""
    drift, groups = book.drift, _groups(book)
    found = items_of(items, drift)
    columns = tuple(id for ids in groups.values() for id in ids)
    rows = tuple(
        Row(message, tuple(_square([drift.cells[id, message]], found) for id in columns))
        for message in drift.messages
        if any(cell.required or cell.evidence for cell in drift.row(message))
    )
    return Table(tuple((kind, len(ids)) for kind, ids in groups.items()), columns, rows)


def _groups(book: Book) -> dict[str, list[str]]:
    """The sources by kind."""
    kinds = {source.id: source.kind for source in book.playbook.of(Source)}
    order = sorted(book.drift.sources, key=lambda id: KINDS.index(kinds[id]))
    groups: dict[str, list[str]] = {}
    for id in order:
        groups.setdefault(kinds[id], []).append(id)
    return groups


def _is_telling(cell: Cell) -> bool:
    return cell.verdict.is_drift or (cell.verdict is Verdict.UNKNOWN and cell.required)


def _square(cells: Sequence[Cell], found: Mapping[tuple[str, str], Sequence[Item]]) -> Square:
    """The gravest of the cells that say it or must; those that need not say it do not count."""
    asked = [cell for cell in cells if cell.verdict is not Verdict.SILENT]
    asked = [cell for cell in asked if cell.verdict is not Verdict.UNKNOWN or cell.required]
    if not asked:
        return Square(Verdict.SILENT.value, all=len(cells))
    items = [item for cell in asked for item in found[cell.source, cell.message]]
    open_ = [item for item in items if item.is_open]
    worst = min((cell.verdict for cell in asked), key=lambda verdict: verdict.rank)
    if open_:
        worst = min((Verdict(item.verdict) for item in open_), key=lambda verdict: verdict.rank)
    shown = [item for item in open_ or items if item.verdict == worst.value] or items
    days = [item.until for item in items if item.until]
    return Square(
        worst.value,
        sum(cell.verdict is worst for cell in asked),
        len(asked) if any(cell.required for cell in asked) else len(cells),
        _numbers([cell for cell in asked if cell.verdict is worst]),
        shown[0].id if shown else "",
        None if open_ else min(days, default=None),
        bool(open_),
    )


def _numbers(cells: Sequence[Cell]) -> tuple[str, str] | None:
    """What it says and what it should, of the first wrong number."""
    pairs = [(one.found, one.said) for cell in cells for each in cell.grave for one in each.numbers]
    short = [pair for pair in pairs if sum(map(len, pair)) <= LONGEST_NUMBER and pair[0] != pair[1]]
    return short[0] if short else None


def standing_of(drift: Drift, items: Sequence[Item], source: str) -> Square:
    """One source in one square: how many of the messages it must carry it does, and the gravest of what is wrong."""
    required = [cell for cell in drift.column(source) if cell.required]
    carried = sum(cell.verdict is Verdict.CARRIED for cell in required)
    own = [item for item in items if item.source == source]
    open_ = [item for item in own if item.is_open]
    if source in drift.unknown:
        return Square(Verdict.UNKNOWN.value, 0, len(required))
    shown = open_ or [item for item in own if item.accepted]
    days = [item.until for item in shown if item.until]
    return Square(
        shown[0].verdict if shown else Verdict.CARRIED.value,
        carried,
        len(required),
        link=shown[0].id if shown else "",
        until=None if open_ else min(days, default=None),
        is_open=bool(open_),
    )
