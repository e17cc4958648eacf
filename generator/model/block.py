"""A block of text in a messaging source, with the way back to every character of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache


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
    """A run of a block's text: `length` characters from `start` are `raw` characters from `source` in the source.

    `raw` differs from `length` where one visible character is several in the source (`&amp;`)
    or none is left (a soft break). `source` is -1 for formats that are not plain text.
    `part` is a position in `Block.places` for formats whose runs have places of their own.
    """

    start: int
    length: int
    source: int = -1
    raw: int = -1
    part: int = 0


SIGNED = "signed"
"""Last word of each place in a mail that nobody can change without breaking its signature."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the lower left of a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in words a person can follow, from the outside in: `("slide 7", "Title 3")`.

    `line` and `column` count characters from 1 in text formats (a byte order mark does not count) and are 0 elsewhere.
    `box` is where it stands on a page of paper, for programs that show it; None for formats without pages.
    `at` is for speech: the seconds at which the words of this place begin, -1 elsewhere.
    """

    words: tuple[str, ...] = ()
    line: int = 0
    column: int = 0
    box: Box | None = None
    at: float = -1.0

    def __str__(self) -> str:
        spot = (f"{self.line}:{self.column}",) if self.line else ()
        return ", ".join(spot + self.words)


class Kind(StrEnum):
    """Why a stretch of a block is not the seller's own words."""

    CODE = "code"
    """Inline code: belongs to the sentence, but no term is looked for in it."""
    ADDRESS = "address"
    """A visible URL or e-mail address: the same."""
    MERGE = "merge"
    """A merge field such as `{{first_name}}`: stands for any words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (exclusive) of a block's text are `kind`."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, table cell, cue or attribute, as a reader sees it: markup gone, entities decoded.

    `spans` cover `text` from left to right, so a location is looked up and never searched for again.
    `joins_next` says that a message may run on into the next block (title and subtitle, two cells
    of a row, a column break); never true across sections. `speaker` is for speech.
    `element` names what the block is, in the format's own word: `title`, `meta description`, `h2`, `cell`.
    `quoted` is the name below the quotation that it stands in, `head` what the heads of its column and row say.
    `language` is set where the source says that it is in another one than the text around it.
    `broken` says that only a line break parts it from the block before: both stand in one paragraph or cell.
    `text` is never empty; a wrapped line stays as `\\n` in formats where lines are wrapped by hand or by paper
    (Markdown, text, mail, slides, PDF), and is a space in HTML.
    """

    text: str
    places: tuple[Place, ...]
    spans: tuple[Span, ...] = ()
    shown: Shown = Shown.OPEN
    element: str = ""
    joins_next: bool = False
    speaker: str = ""
    marks: tuple[Mark, ...] = ()
    quoted: str = ""
    head: str = ""
    language: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """All that one file or page says. `problem` is why it could not be read, in plain words; then `blocks` is empty.

    `text` is the decoded source for formats that can be mended in place, else empty. It holds the byte order mark
    and the line endings as they are, so that `text.encode(encoding)` gives the file's bytes again.
    `gaps` are parts that could not be read while the rest could ("page 3 is a picture without text").
    `captured` is the day on which a page was fetched, None for files.
    """

    path: str
    format: str
    blocks: tuple[Block, ...] = ()
    text: str = ""
    encoding: str = "utf-8"
    problem: str = ""
    gaps: tuple[str, ...] = ()
    captured: date | None = None


def locate(source: SourceText, block: Block, offset: int) -> Place:
    """Where the character at `offset` of the block's text stands: exact line and column where the format has them."""
    span = _span_at(block, offset)
    if span is None:
        return block.places[0]
    place = block.places[span.part]
    if span.source < 0 or not source.text:
        return place
    line, column = line_and_column(source.text, _source_of(span, offset))
    return replace(place, line=line, column=column)


def box_of(block: Block, start: int, end: int) -> Box | None:
    """The lines that hold the characters `start` to `end` (exclusive), as one box; None for formats without pages."""
    lines = [
        block.places[span.part].box for span in block.spans if span.start < end and start < span.start + span.length
    ]
    boxes = [box for box in lines if box]
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def source_range(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Offsets in `SourceText.text` of the characters `start` to `end` (exclusive), with any markup between them.

    None where the format cannot be mended in place.
    """
    first, last = _span_at(block, start), _span_at(block, end - 1)
    if first is None or last is None or first.source < 0 or last.source < 0:
        return None
    after = last.source + last.raw if last.raw != last.length else _source_of(last, end - 1) + 1
    return _source_of(first, start), after


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of `text[offset]`; a byte order mark takes no column."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    column = offset - starts[line - 1] + 1
    return line, max(1, column - 1) if line == 1 and text.startswith("\ufeff") else column


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text)))


def without_fields(block: Block) -> str:
    """The text with spaces in place of its merge fields."""
    text = block.text
    for mark in block.marks:
        if mark.kind is Kind.MERGE:
            text = f"{text[: mark.start]}{' ' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


def _span_at(block: Block, offset: int) -> Span | None:
    if not block.spans:
        return None
    return block.spans[max(0, bisect_right(block.spans, offset, key=lambda span: span.start) - 1)]


def _source_of(span: Span, offset: int) -> int:
    return span.source + (offset - span.start if span.raw == span.length else 0)
