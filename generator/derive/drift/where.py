"""Names the place of a quote: in words that a person can follow, and as line, column and offsets where it has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.drift.result import Spot
from generator.location import Location
from generator.model.block import SIGNED, Block, Box, Place, Shown, SourceText, box_of, locate, source_range

_PLAIN = frozenset({"text", "p", "div", "section", "article", "main", "body", "span"})
"""Elements of a web page of which there are so many that their name tells nothing."""
LONGEST = 200
"""Characters that are underlined at most: a message over several lines has no width of its own."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source. `words` can be read out: `sales-deck.pptx, slide 7, Title 3`, `site/index.html:12:5`.

    `line` and `column` are 0 where the file has none that an editor shows. `start` and `end` are offsets in the
    file's text, -1 where it cannot be mended in place. `at` is seconds into a recording, -1 elsewhere.
    """

    file: str
    words: str
    label: str = ""
    """The file's name, or the address with line and column there."""
    parts: tuple[str, ...] = ()
    """The way from there to the quote: `slide 7`, `Title 3`."""
    line: int = 0
    column: int = 0
    width: int = 1
    start: int = -1
    end: int = -1
    shown: Shown = Shown.OPEN
    element: str = ""
    speaker: str = ""
    at: float = -1.0
    box: Box | None = None
    """On a page of paper; see `Box`."""

    @property
    def name(self) -> str:
        """The same as `words` without path, line and column: `index.html`, `deck.pptx, slide 7, Title 3`."""
        return ", ".join((self.label, *self.parts))

    @property
    def is_signed(self) -> bool:
        """Whether it stands in a signed mail, which nobody can change in place."""
        return self.file.endswith(".eml") and SIGNED in self.parts

    @property
    def location(self) -> Location:
        return Location(self.file, self.line, self.column, self.width)


def where(source: SourceText, spot: Spot) -> Where:
    """The place of a spot, looked up in the source's own map."""
    block = source.blocks[spot.block]
    place = locate(source, block, spot.start)
    reach = source_range(block, spot.start, spot.end) if source.text else None
    start, end = reach or (-1, -1)
    line, column = (place.line, place.column) if source.text else (0, 0)
    width = max(1, min(LONGEST, len((source.text[start:end].splitlines() or [""])[0]))) if reach else 1
    parts = (*place.words, *_behind(source, block))
    return Where(
        source.path, in_words(source, place, parts), _label(source, place), parts, line, column, width, start, end,
        block.shown, block.element, block.speaker, place.at,
        box_of(block, spot.start, spot.end),
    )  # fmt: skip


def places(source: SourceText, spots: Iterable[Spot]) -> tuple[Where, ...]:
    """Each place once, however often the words stand there: a line of a turned text has many."""
    found = (where(source, spot) for spot in spots)
    return tuple({place.words: place for place in found}.values())


def in_words(source: SourceText, place: Place, parts: Sequence[str]) -> str:
    is_at_line = source.text and place.line
    return ", ".join((f"{source.path}:{place.line}:{place.column}" if is_at_line else _label(source, place), *parts))


def _label(source: SourceText, place: Place) -> str:
    name = source.path if "://" in source.path else PurePosixPath(source.path).name
    return f"{name}, {place.line}:{place.column}" if place.line and not source.text else name


def _behind(source: SourceText, block: Block) -> tuple[str, ...]:
    """What holds words that do not stand on the page itself, where the place does not say so: `meta og:title`.

    On a web page also what holds any others but a plain stretch of text: `h1`, `td`, `img alt`.
    """
    parts = {word for place in block.places for word in place.words}
    named = not source.text or block.element in parts
    is_told = block.shown is Shown.META or (source.format == "html" and block.element not in _PLAIN)
    return (block.element,) if is_told and block.element and not named else ()
