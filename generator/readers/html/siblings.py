"""Joins a figure in an element of its own with its words in the one beside it, as the tiles of a page have them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.block import Block
from generator.readers.reading.tile_rows import pairs


@dataclass(slots=True)
class _Element:
    start: int
    """How many blocks there were when it began."""
    inside: list[range] = field(default_factory=list)
    """The blocks of each element or stretch of text right inside of it."""


@dataclass(slots=True)
class Siblings:
    """Told where elements begin and end while `blocks` are made."""

    blocks: list[Block]
    open: list[_Element] = field(default_factory=lambda: [_Element(0)])

    def begin(self) -> None:
        self.open.append(_Element(len(self.blocks)))

    def added(self) -> None:
        """A block was made of text right inside of the innermost element."""
        self.open[-1].inside.append(range(len(self.blocks) - 1, len(self.blocks)))

    def end(self) -> None:
        """The innermost element ends: what stands side by side in it is known now."""
        element = self.open.pop()
        self.join(element)
        if element.start < len(self.blocks):
            self.open[-1].inside.append(range(element.start, len(self.blocks)))

    def join(self, element: _Element) -> None:
        """Where one of them is a figure, or holds nothing else, it runs on into the next, or the next into it."""
        texts = [self.blocks[each.start].text if len(each) == 1 else "" for each in element.inside]
        for number in pairs(texts) if len(texts) > 1 else ():
            at = element.inside[number].start
            self.blocks[at] = replace(self.blocks[at], joins_next=True)

    def finish(self) -> None:
        """The page ends, whatever was left open."""
        while len(self.open) > 1:
            self.end()
        self.join(self.open[0])
