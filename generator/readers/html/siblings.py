"""Joins a figure in an element of its own with its words in the one beside it, as the tiles of a page have them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.block import Block
from generator.readers.reading.tile_rows import pairs
from generator.readers.reading.tiles import is_figure, is_words, leads_up

_CELLS = frozenset({"td", "th"})
"""Have an order of their own."""


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
        """Where one of them is a figure, or holds nothing else, it runs on into the next, or the next into it.

        A label in a tile (`Countries` above `24`) is read behind its figure. A term and a head lead up to theirs.
        """
        inside = [self.blocks[each.start] if len(each) == 1 else None for each in element.inside]
        for number in pairs([block.text if block and block.element not in _CELLS else "" for block in inside]):
            one, other = element.inside[number].start, element.inside[number + 1].start
            first, then = self.blocks[one], self.blocks[other]
            in_tile = element is not self.open[0] and first.element != "dt" and is_words(first.text)
            if in_tile and not leads_up(first.text):
                first, then = then, replace(first, joins_next=then.joins_next)
            self.blocks[one], self.blocks[other] = replace(first, joins_next=True), then

    def finish(self) -> None:
        """The page ends, whatever was left open."""
        while len(self.open) > 1:
            self.end()
        self.join(self.open[0])
