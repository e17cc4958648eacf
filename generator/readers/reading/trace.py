"""Collects the characters of one block, each with where it came from, and makes the block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from generator.model.block import Block, Kind, Mark, Place, Shown, Span
from generator.readers.reading.footnote import REACH, plain_marks
from generator.readers.reading.guard import Unreadable

ADDRESS = re.compile(
    r"\b(?:https?|ftp|mailto|tel):[^\s<>\"']+|\bwww\.[^\s<>\"']+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_WRAPS_WORDS = r"(?![\"'][^\"'{}\n]*\s[^\"'{}\n]*\s)"
STARRED = r"\*\|[^|*\n]{1,80}\|\*"
"""A merge field of a mail tool; its stars are no emphasis."""
_BLANK = r"(?:name|company|title|date|day|city|country|role|industry|navn|firma|dato|sted)"
MERGE = re.compile(
    rf"\{{\{{(?:{_WRAPS_WORDS}[^{{}}]){{1,200}}\}}\}}|\{{%[^{{}}%]{{1,200}}%\}}|\$\{{[^{{}}\n]{{1,80}}\}}"
    rf"|{STARRED}"
    r"|%%[^%\n]{1,120}%%|\[%[^%\]\n]{1,80}%\]|<%=[^%\n]{1,120}%>|<<\w[\w .-]{0,80}>>"
    r"|\[\[\w[^\[\]\n]{0,80}\]\]|(?<![\w{$])\{[^\W\d_][\w .-]{1,60}\}(?!\})|##\w{2,60}##"
    r"|(?<![\w%])%[^\W\d_][^\W\d]{2,40}%(?![\w%])|«[^\W\d_]++_\w++»|«[A-Z][a-z]+[A-Z]\w*»"
    rf"|\[(?:[^\W\d][\w' -]{{0,40}})?(?i:{_BLANK})\]"
)
"""Handlebars, Liquid and Jinja, Mailchimp, Salesforce, word processors and other mail tools; `[Company name]`.

A template that wraps the words to show, `{{ _('Made for sellers everywhere') }}`, holds words.
"""
_MERGE_SIGN = re.compile(r"[{\[%«]|\*\||<<|##")
"""A sign of a merge field; most texts have none, and to look for one sign is quick."""

MOST_PIECES = 200_000
"""Tags or entities in one file: a page of 5 MB has about 100,000. More is an attack on time and memory."""
A_BLOCK = 4
"""As many pieces as a block costs time."""
TOO_MANY_PIECES = f"it is cut into more than {MOST_PIECES:,} pieces"


class Piece(NamedTuple):
    """Characters that stand side by side in the source, or (raw differs from length) stand for one thing there."""

    text: str
    source: int
    raw: int
    part: int


@dataclass(slots=True)
class Trace:
    """A block in the making."""

    pieces: list[Piece] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    total: int = 0
    """Pieces since the first block, and what the blocks cost."""

    def add(self, text: str, source: int = -1, raw: int | None = None, *, part: int = 0, code: bool = False) -> None:
        """Append what a reader sees; `raw` is what it takes in the source, if not as many characters."""
        if not text:
            return
        if code:
            self.code.append((self.length, self.length + len(text)))
        self.length += len(text)
        self.count(1)
        self.pieces.append(Piece(text, source, (len(text) if source >= 0 else -1) if raw is None else raw, part))

    def count(self, pieces: int) -> None:
        self.total += pieces
        if self.total > MOST_PIECES:
            raise Unreadable(TOO_MANY_PIECES)

    @property
    def ends_in_space(self) -> bool:
        """Whether white space now would be doubled (so it is at the start)."""
        return not self.pieces or self.pieces[-1].text[-1].isspace()

    @property
    def tail(self) -> str:
        """What was said last."""
        return "".join(piece.text[-REACH:] for piece in self.pieces[-4:])[-REACH:]

    @property
    def source(self) -> int:
        """Where the first character that is not white space stands in the source, -1 if nowhere."""
        for piece in self.pieces:
            if kept := piece.text.lstrip():
                skipped = len(piece.text) - len(kept)
                return piece.source + (skipped if piece.raw == len(piece.text) else 0)
        return -1

    def without_marks(self) -> str:
        """Take the marks of footnotes out, as nobody reads `40³` as more than forty; the text that is left."""
        text = "".join([piece.text for piece in self.pieces])
        cuts = list(plain_marks(text))
        if not cuts:
            return text
        self.pieces = list(_without(self.pieces, cuts))
        self.code = list(_moved(self.code, cuts))
        return "".join([piece.text for piece in self.pieces])

    def block(self, *places: Place, shown: Shown = Shown.OPEN, element: str = "", speaker: str = "") -> Block | None:
        """The block without white space around it, None where nothing is left; the trace starts anew."""
        text = self.without_marks()
        first = len(text) - len(text.lstrip())
        text = text.strip()
        spans = tuple(_spans(self.pieces, first, first + len(text)))
        marks = _marks(text, [(start - first, end - first) for start, end in self.code])
        self.pieces, self.code, self.length = [], [], 0
        if not text:
            return None
        self.count(A_BLOCK)
        return Block(text, places, spans, shown, element, speaker=speaker, marks=marks)


def plain_block(text: str, *places: Place, shown: Shown = Shown.OPEN, element: str = "") -> Block | None:
    """A block of a format whose characters have no place of their own in a text."""
    trace = Trace()
    trace.add(text)
    return trace.block(*places, shown=shown, element=element)


def _without(pieces: list[Piece], cuts: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces without what is cut out."""
    position = number = 0
    for piece in pieces:
        size = len(piece.text)
        literal = piece.source >= 0 and piece.raw == size
        kept = 0
        while number < len(cuts) and cuts[number][0] < position + size:
            start, end = cuts[number]
            yield from _part(piece, kept, start - position, literal=literal)
            kept = max(kept, end - position)
            if end > position + size:
                break
            number += 1
        yield from _part(piece, kept, size, literal=literal)
        position += size


def _part(piece: Piece, first: int, after: int, *, literal: bool) -> Iterator[Piece]:
    if (first, after) == (0, len(piece.text)):
        yield piece
    elif first < after:
        source = piece.source + (first if literal else 0)
        yield Piece(piece.text[first:after], source, after - first if literal else piece.raw, piece.part)


def _moved(places: list[tuple[int, int]], cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where stretches of the text stand once the cuts are made."""
    starts = [start for start, _ in cuts]
    gone = [0, *accumulate(end - start for start, end in cuts)]

    def after(at: int) -> int:
        number = bisect_left(starts, at)
        within = max(0, cuts[number - 1][1] - at) if number else 0
        return at - gone[number] + within

    yield from ((after(start), after(end)) for start, end in places)


def _spans(pieces: list[Piece], first: int, after: int) -> list[Span]:
    """Spans of the characters `first` to `after`, counted from `first`; what runs on is one span."""
    spans: list[Span] = []
    position = 0
    for piece in pieces:
        start, end = max(position, first), min(position + len(piece.text), after)
        if start < end:
            literal = piece.source >= 0 and piece.raw == len(piece.text)
            source = piece.source + (start - position if literal else 0)
            _extend(spans, Span(start - first, end - start, source, end - start if literal else piece.raw, piece.part))
        position += len(piece.text)
    return spans


def _extend(spans: list[Span], span: Span) -> None:
    last = spans[-1] if spans else None
    if last is not None and _runs_on(last, span):
        length = last.length + span.length
        spans[-1] = Span(last.start, length, last.source, length if last.source >= 0 else -1, last.part)
    else:
        spans.append(span)


def _runs_on(last: Span, span: Span) -> bool:
    if last.part != span.part or (span.source < 0) != (last.source < 0):
        return False
    if span.source < 0:
        return True
    return span.raw == span.length and last.raw == last.length and last.source + last.raw == span.source


def _marks(text: str, code: list[tuple[int, int]]) -> tuple[Mark, ...]:
    most = len(text)
    marks = [Mark(max(0, start), min(end, most), Kind.CODE) for start, end in code if start < most and end > 0]
    if "@" in text or "://" in text or "www." in text or "mailto:" in text or "tel:" in text:
        marks += [_address(found) for found in ADDRESS.finditer(text)]
    if _MERGE_SIGN.search(text):
        marks += [Mark(*found.span(), Kind.MERGE) for found in MERGE.finditer(text)]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _address(found: re.Match[str]) -> Mark:
    """A sentence's own punctuation after an address is not part of it."""
    return Mark(found.start(), found.start() + len(found[0].rstrip(".,;:!?)”’")), Kind.ADDRESS)
