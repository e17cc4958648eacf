"""The matrix as tables: few messages by kind of source for a glance, and all messages in all sources."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.areas.sources import Source
from generator.derive.drift import Cell, Drift, Verdict
from generator.render.book import Book
from generator.render.drift.item import TERM, Item, items_of

KINDS = ("website", "presentation", "print", "email", "social", "talk", "transcript")
"""In the order in which a reader thinks of them, not that of the schema."""
LONGEST_NUMBER = 24
"""Characters of `38 %, not 41 %`; a longer pair is told below the table."""


@dataclass(frozen=True)
class Square:
    """What the sources of one kind, or one source, are to a message.

    `count` of `all` sources concerned have the verdict. `link` is the id of the proof on the page, `until` the last
    day of what may stay; `is_open` where somebody has to mend it now. `kind` says how other words differ, where that
    has a name.
    """

    verdict: str
    count: int = 0
    all: int = 0
    numbers: tuple[str, str] | None = None
    link: str = ""
    until: datetime.date | None = None
    is_open: bool = False
    kind: str = ""


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
        Row(message, tuple(_square([drift.cells[id, message]], found, is_one_source=True) for id in columns))
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


def _square(
    cells: Sequence[Cell], found: Mapping[tuple[str, str], Sequence[Item]], *, is_one_source: bool = False
) -> Square:
    """The gravest of the cells that say it or must; those that need not say it do not count.

    Where one source has a column of its own and is unknown, it is not shown as one that says nothing.
    """
    asked = [cell for cell in cells if cell.verdict is not Verdict.SILENT]
    asked = [cell for cell in asked if cell.verdict is not Verdict.UNKNOWN or cell.required or is_one_source]
    if not asked:
        return Square(Verdict.SILENT.value, all=len(cells))
    items = [item for cell in asked for item in found[cell.source, cell.message]]
    first = _gravest(items)
    verdicts = [cell.verdict for cell in asked if not (first and found[cell.source, cell.message])]
    worst = min([*verdicts, *([Verdict(first.verdict)] if first else [])], key=lambda verdict: verdict.rank)
    shown = [item for item in [*([first] if first else []), *items] if item.verdict == worst.value] or items
    with_it = {item.source for item in items if item.verdict == worst.value}
    like = [cell for cell in asked if cell.verdict is worst or cell.source in with_it]
    return Square(
        worst.value,
        len(like),
        len(asked) if any(cell.required for cell in asked) else len(cells),
        _numbers(like),
        shown[0].id if shown else "",
        _day(items, first),
        any(item.is_open for item in items),
        shown[0].kind if shown else "",
    )


def _gravest(items: Sequence[Item]) -> Item | None:
    """What is to be shown first: the gravest of what has no day yet, or else of what waits for its day."""
    asks = [item for item in items if item.is_open or item.is_known] or [item for item in items if item.is_waiting]
    return min(asks, key=lambda item: (_rank(item), not item.is_open), default=None)


def _rank(item: Item) -> int:
    return Verdict.ALTERED.rank if item.verdict == TERM else Verdict(item.verdict).rank


def _day(items: Sequence[Item], first: Item | None) -> datetime.date | None:
    """The first day on which what waits is over, where the item that is shown waits too."""
    return min((item.until for item in items if item.until), default=None) if first and first.is_waiting else None


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
    first = _gravest(own)
    if source in drift.unknown:
        return Square(Verdict.UNKNOWN.value, 0, len(required))
    return Square(
        first.verdict if first else Verdict.CARRIED.value,
        carried,
        len(required),
        link=first.id if first else "",
        until=_day(own, first),
        is_open=any(item.is_open for item in own),
        kind=first.kind if first else "",
    )
