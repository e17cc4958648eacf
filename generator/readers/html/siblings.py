"""Joins a figure in an element of its own with its words in the one beside it, as the tiles of a page have them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.model.block import Block
from generator.readers.reading.tile_rows import pairs
from generator.readers.reading.tiles import is_figure, is_words, leads_up

_CELLS = frozenset({"td", "th"})
"""Have an order of their own."""


class _Element(NamedTuple):
    start: int
    """How many blocks there were when it began."""
    figures: int
    """How many of those were figures."""
    inside: int
    """How many stretches there were."""


_PAGE = _Element(0, 0, 0)


@dataclass(slots=True)
class Siblings:
    """Told where elements begin and end while `blocks` are made."""

    blocks: list[Block]
    figures: int = 0
    open: list[_Element] = field(default_factory=lambda: [_PAGE])
    inside: list[tuple[int, int]] = field(default_factory=list)
    """The first block of each element or stretch of text right inside of an open element, and how many there are."""

    def begin(self) -> None:
        self.open.append(_Element(len(self.blocks), self.figures, len(self.inside)))

    def added(self) -> None:
        """A block was made of text right inside of the innermost element."""
        self.figures += is_figure(self.blocks[-1].text)
        self.inside.append((len(self.blocks) - 1, 1))

    def end(self) -> None:
        """The innermost element ends: what stands side by side in it is known now."""
        element = self.open.pop()
        if element.figures < self.figures:
            self.join(element)
        if element.start < len(self.blocks):
            self.inside[element.inside :] = [(element.start, len(self.blocks) - element.start)]

    def join(self, element: _Element) -> None:
        """Where one of them is a figure, or holds nothing else, it runs on into the next, or the next into it.

        A label in a tile (`Countries` above `24`) is read behind its figure. A term and a head lead up to theirs.
        """
        inside = self.inside[element.inside :]
        alone = [self.blocks[start] if count == 1 else None for start, count in inside]
        for number in pairs([block.text if block and block.element not in _CELLS else "" for block in alone]):
            one, other = inside[number][0], inside[number + 1][0]
            first, then = self.blocks[one], self.blocks[other]
            in_tile = element is not _PAGE and first.element != "dt" and is_words(first.text)
            if in_tile and not leads_up(first.text):
                first, then = then, replace(first, joins_next=then.joins_next)
            self.blocks[one], self.blocks[other] = replace(first, joins_next=True), then

    def finish(self) -> None:
        """The page ends, whatever was left open."""
        while len(self.open) > 1:
            self.end()
        self.join(_PAGE)
