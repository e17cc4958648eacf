"""Joins a figure in an element of its own with its words in the one beside it, as the tiles of a page have them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.block import Block
from generator.readers.reading.tile_rows import pairs
from generator.readers.reading.tiles import is_figure


@dataclass(slots=True)
class _Element:
    start: int = 0
    """How many blocks there were when it began."""
    figures: int = 0
    """How many of those were figures."""
    inside: list[range] = field(default_factory=list)
    """The blocks of each element or stretch of text right inside of it."""


@dataclass(slots=True)
class Siblings:
    """Told where elements begin and end while `blocks` are made."""

    blocks: list[Block]
    figures: int = 0
    open: list[_Element] = field(default_factory=lambda: [_Element()])

    def begin(self) -> None:
        self.open.append(_Element(len(self.blocks), self.figures))

    def added(self) -> None:
        """A block was made of text right inside of the innermost element."""
        self.figures += is_figure(self.blocks[-1].text)
        self.open[-1].inside.append(range(len(self.blocks) - 1, len(self.blocks)))

    def end(self) -> None:
        """The innermost element ends: what stands side by side in it is known now."""
        element = self.open.pop()
        if element.figures < self.figures:
            self.join(element)
        if element.start < len(self.blocks):
            self.open[-1].inside.append(range(element.start, len(self.blocks)))

    def join(self, element: _Element) -> None:
        """Where one of them is a figure, or holds nothing else, it runs on into the next, or the next into it."""
        texts = [self.blocks[each.start].text if len(each) == 1 else "" for each in element.inside]
        for number in pairs(texts):
            at = element.inside[number].start
            self.blocks[at] = replace(self.blocks[at], joins_next=True)

    def finish(self) -> None:
        """The page ends, whatever was left open."""
        while len(self.open) > 1:
            self.end()
        self.join(self.open[0])
