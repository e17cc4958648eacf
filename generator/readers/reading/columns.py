"""Follows the columns of a table: what the head of a column says is true of each cell below it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.block import Block

LONGEST = 120
"""Letters of a head: enough for a few names."""


@dataclass(slots=True)
class Columns:
    """Told where rows and cells begin, it writes the heads into the blocks of the cells."""

    heads: dict[int, str] = field(default_factory=dict)
    at: int = 0
    following: int = 0
    in_head: bool = True
    cells: int = 0

    def row(self) -> None:
        """A row begins; the first with more cells than one was the head."""
        self.in_head = self.in_head and self.cells < 2
        self.following = self.cells = 0

    def cell(self, span: int = 1) -> None:
        self.at, self.following = self.following, self.following + max(1, span)
        self.cells += 1

    def under(self, block: Block) -> Block:
        """The block of the cell at hand, with the head of its column."""
        if not self.in_head:
            return replace(block, column=self.heads.get(self.at, ""))
        self.heads[self.at] = f"{self.heads.get(self.at, '')} {block.text}".strip()[:LONGEST]
        return block
