"""Follows the tables of a page: the heads of a cell, cells of one row, rows of figures above their words."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.block import Block
from generator.readers.reading.columns import Columns
from generator.readers.reading.tile_rows import down


@dataclass(slots=True)
class _Table:
    columns: Columns = field(default_factory=Columns)
    rows: list[list[int]] = field(default_factory=list)
    """Where the blocks of each cell begin."""


@dataclass(slots=True)
class Tables:
    """Told where tables, rows and cells begin and end while `blocks` are made, tables in tables included."""

    blocks: list[Block]
    open: list[_Table] = field(default_factory=list)

    def begin(self, name: str, span: str = "") -> None:
        """An element begins that a table may have; `span` is how many columns a cell takes."""
        if name == "table":
            self.open.append(_Table())
        elif self.open and name == "tr":
            self.open[-1].columns.row()
            self.open[-1].rows.append([])
        elif self.open and name in {"td", "th"}:
            table = self.open[-1]
            table.columns.cell(int(span) if span.isascii() and span.isdigit() and len(span) < 4 else 1)
            table.rows = table.rows or [[]]
            table.rows[-1].append(len(self.blocks))

    def end(self) -> None:
        """The innermost table ends."""
        rows = self.open.pop().rows
        starts = [start for row in rows for start in row]
        if not starts:
            return
        ends = iter([*starts[1:], len(self.blocks)])
        cells = [[self.blocks[start : next(ends)] for start in row] for row in rows]
        self.blocks[starts[0] :] = down(cells)

    def under(self, block: Block) -> Block:
        """The block of the cell at hand, with the heads of its column and its row."""
        return self.open[-1].columns.under(block) if self.open else block
