"""A block of text in a messaging source, with the way back to every character of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shown(StrEnum):
    """Who gets to see a block: readers of the page, or only those who look behind it."""

    OPEN = "open"
    META = "meta"
    """Title, description, OpenGraph, JSON-LD, document properties: shown by others, not on the page."""
    HIDDEN = "hidden"
    """Hidden slide, speaker notes, alt text, comment, `display: none`."""
    FURNITURE = "furniture"
    """Slide master, running header or footer: stands once, is seen on every page."""


@dataclass(frozen=True, slots=True)
class Span:
    """`length` characters of a block's text from `start` stand in the source from `source`, taking `raw` characters there.

    `raw` differs from `length` where one visible character is several in the source (`&amp;`)
    or none is left (a soft break). `source` is -1 for formats that are not plain text.
    `part` is a position in `Block.places` for formats whose runs have places of their own.
    """

    start: int
    length: int
    source: int = -1
    raw: int = -1
    part: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in words a person can follow, from the outside in: `("slide 7", "Title 3")`.

    `line` and `column` count from 1 in text formats and are 0 elsewhere.
    """

    words: tuple[str, ...] = ()
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.words:
            return ", ".join(self.words)
        return f"{self.line}:{self.column}" if self.line else ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, table cell, cue or attribute, as a reader sees it: markup gone, entities decoded.

    `spans` cover `text` from left to right, so a location is looked up and never searched for again.
    `joins_next` says that a message may run on into the next block (title and subtitle, two cells
    of a row, a column break); never true across sections. `speaker` and `at` (seconds) are for speech.
    `element` names what the block is, in the format's own word: `title`, `meta description`, `h2`, `cell`.
    """

    text: str
    places: tuple[Place, ...]
    spans: tuple[Span, ...] = ()
    shown: Shown = Shown.OPEN
    element: str = ""
    joins_next: bool = False
    speaker: str = ""
    at: float = -1.0


@dataclass(frozen=True, slots=True)
class SourceText:
    """All that one file or page says. `problem` is why it could not be read, in plain words; then `blocks` is empty.

    `text` is the decoded source for formats that can be mended in place, else empty; `encoding`, `bom`
    and line endings are kept in it so that writing it back changes nothing else.
    """

    path: str
    format: str
    blocks: tuple[Block, ...] = ()
    text: str = ""
    encoding: str = "utf-8"
    problem: str = ""
