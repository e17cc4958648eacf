"""Follows a table: what the head of a column or of a row says is true of each of its cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.block import Block

LONGEST = 120
"""Letters of a head: enough for a few names."""


@dataclass(slots=True)
class Columns:
    """Told where rows and cells begin, it writes the heads into the blocks of the cells."""

    heads: dict[int, str] = field(default_factory=dict)
    row_head: str = ""
    at: int = 0
    following: int = 0
    in_head: bool = True
    cells: int = 0

    def row(self) -> None:
        """A row begins; the first with more cells than one was the head."""
        self.in_head = self.in_head and self.cells < 2
        self.following = self.cells = 0
        self.row_head = ""

    def cell(self, span: int = 1) -> None:
        self.at, self.following = self.following, self.following + max(1, span)
        self.cells += 1

    def under(self, block: Block) -> Block:
        """The block of the cell at hand, with the heads of its column and its row."""
        if self.in_head:
            self.heads[self.at] = _added(self.heads.get(self.at, ""), block)
            return block
        head = self.heads.get(self.at, "")
        if self.at == 0:
            self.row_head = _added(self.row_head, block)
            return replace(block, head=head)
        return replace(block, head=f"{head} {self.row_head}".strip())


def _added(head: str, block: Block) -> str:
    return f"{head} {block.text}".strip()[:LONGEST]
