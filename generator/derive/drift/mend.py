"""Mends a text source where only one answer is right: edits on its own offsets, so everything else stays as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.derive.drift.pieces import ALIKE, Piece, is_alike, looks_back, pieces, replaces_all
from generator.derive.messages import Said
from generator.drift.result import Kind, Match, Report, Spot, TermUse, Verdict
from generator.model.block import Block, Shown, SourceText
from generator.model.block import Kind as Marked
from generator.readers.email.write import SOFT_BREAK, rewrapped, spelled

FORMATS = frozenset({"html", "markdown", "text", "eml"})
"""Written by hand, and read back as they are. A recording is not to be edited, nor a mail's body in base64."""
ROUNDS = 4
_STOP = ".!?…"

Again = Callable[[str], tuple[SourceText, Report]]
"""Reads and matches a text anew once it was changed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a source's text become `new`. `old` and `new` are what a reader sees change."""

    start: int
    end: int
    new: str
    old: str = ""
    about: str = ""
    """The message, or the word to use."""


@dataclass(frozen=True)
class Mended:
    """A text after mending, and the edits that led there. Mending it once more changes nothing."""

    text: str
    edits: tuple[Edit, ...] = ()


def mend(source: SourceText, report: Report, said: Said, again: Again, *, spared: frozenset[str]) -> Mended:
    """The text with all that has one right answer put right. `spared` holds quotes that somebody accepted.

    A change can uncover another (a name inside a sentence), so it goes on until nothing more is to be done.
    A text that would never settle is left as it was.
    """
    done: list[Edit] = []
    first = source.text
    for _ in range(ROUNDS):
        edits = _apart(_edits(source, report, said, spared)) if source.format in FORMATS and source.text else []
        if not edits:
            return Mended(source.text, tuple(done))
        done += edits
        text = applied(source.text, edits)
        source, report = again(rewrapped(source.text, text) if source.format == "eml" else text)
        if source.problem:
            break
    return Mended(first)


def applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _edits(source: SourceText, report: Report, said: Said, spared: frozenset[str]) -> Iterator[list[Edit]]:
    """The edits of each quote; either all of them can be made or none."""
    for match in report.matches:
        offer = said.offers[match.wording.id].rstrip(_STOP)
        if offer and len(match.spots) == 1 and " ".join(match.quote.split()) not in spared:
            for spot in (*match.spots, *match.also):
                yield _sentence(source, match, spot, offer, said.rows[match.wording.id])
    for use in report.terms:
        if use.found not in spared:
            for spot in (use.spot, *use.also):
                yield _term(source, use, spot)


def _sentence(source: SourceText, match: Match, spot: Spot, offer: str, about: str) -> list[Edit]:
    block = source.blocks[spot.block]
    quote = block.text[spot.start : spot.end]
    if len(quote) > 3 and quote.isupper():
        return []
    edits = [_edit(source, block, *piece) for piece in _wanted(block, match, spot, offer)]
    return [replace(edit, about=about) for edit in edits if edit] if None not in edits else []


def _wanted(block: Block, match: Match, spot: Spot, offer: str) -> list[Piece]:
    """What to change in the block; nothing where more than one answer may be right."""
    quote = block.text[spot.start : spot.end]
    if match.verdict is Verdict.RETIRED:
        if match.similarity < ALIKE or looks_back(block.text, spot.start, spot.end):
            return []
        if not is_alike(quote, offer):
            piece = replaces_all(block.text, spot.start, spot.end, offer)
            return [piece] if piece else []
    is_misquoted = match.verdict is Verdict.ALTERED and match.kind is Kind.MISQUOTED and match.similarity >= ALIKE
    if not is_misquoted and match.verdict not in {Verdict.NUMBER, Verdict.RETIRED}:
        return []
    fields = [(mark.start - spot.start, mark.end - spot.start) for mark in block.marks if mark.kind is Marked.MERGE]
    inside = [(start, end) for start, end in fields if start >= 0 and end <= len(quote)]
    found = pieces(quote, offer, inside) or []
    kept = [piece for piece in found if match.verdict is not Verdict.NUMBER or _is_number(quote, piece, match)]
    return [Piece(spot.start + start, spot.start + end, new) for start, end, new in kept]


def _term(source: SourceText, use: TermUse, spot: Spot) -> list[Edit]:
    edit = _edit(source, source.blocks[spot.block], spot.start, spot.end, use.offer)
    return [replace(edit, about=use.term.use)] if edit else []


def _is_number(quote: str, piece: Piece, match: Match) -> bool:
    """Whether a piece lies where the quote states a wrong number; other words of it are no business of that finding."""
    start, end, _ = piece
    for number in match.numbers:
        words = r"\s+".join(map(re.escape, number.found.split()))
        if any(at.start() <= start and end <= at.end() for at in re.finditer(words, quote)):
            return True
    return False


def _edit(source: SourceText, block: Block, start: int, end: int, new: str) -> Edit | None:
    """The edit in the file; None in code or a field, where markup lies between, or the words cannot be written."""
    if any(mark.start < end and start < mark.end for mark in block.marks):
        return None
    reach = _reach(source, block, start, end)
    shifted = block.text[start : start + 1].isspace() and block.text[end : end + 1].isspace() and not new
    if reach is None and shifted:
        # Taking out `will␣` is as good as `␣will`, where the one lies inside emphasis and the other does not.
        reach = _reach(source, block, start + 1, end + 1)
    if reach is None:
        return None
    written = _written(source, block, new, reach[0])
    if written is None:
        return None
    return Edit(*reach, written, block.text[start:end])


def _reach(source: SourceText, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the characters in the file, if they stand there side by side."""
    if start == end:
        before = _reach(source, block, start - 1, start) if start else None
        return (before[1], before[1]) if before else None
    first = after = -1
    for span in block.spans:
        if span.start >= end or span.start + span.length <= start:
            continue
        low, high = max(start, span.start), min(end, span.start + span.length)
        if span.source < 0 or (after >= 0 and not _beside(source, after, span.source)):
            return None
        whole = (low, high) == (span.start, span.start + span.length)
        if span.raw != span.length and not whole:
            return None
        begin = span.source + (low - span.start if span.raw == span.length else 0)
        if after >= 0 and not _beside(source, after, begin):
            return None
        first = begin if first < 0 else first
        after = begin + (high - low if span.raw == span.length else span.raw)
    return (first, after) if first >= 0 else None


def _beside(source: SourceText, one: int, other: int) -> bool:
    """Whether nothing lies between two offsets but a line of a mail that is broken for transfer."""
    return one == other or (source.format == "eml" and bool(SOFT_BREAK.fullmatch(source.text, one, other)))


def _written(source: SourceText, block: Block, new: str, at: int) -> str | None:
    """The words as this place of the file spells them; None where that is not safe to say."""
    if source.format != "eml":
        return _marked_up(source.format, block, new)
    words = _marked_up("html" if "text/html" in block.places[0].words else "text", block, new)
    return None if words is None else spelled(source.text, source.encoding, at, words)


def _marked_up(format_: str, block: Block, new: str) -> str | None:
    if format_ == "html":
        if block.element.startswith("json-ld"):
            return None if set(new) & set('"\\<&') else new
        if block.element.startswith("iframe "):  # spelled twice: as a page, and as the attribute that holds it
            return None if set(new) & set("\"'<>&") else new
        return html.escape(new, quote=block.shown is not Shown.OPEN)
    if format_ == "markdown":
        if block.element.startswith("front matter"):
            return None if set(new) & set("\"'\\:#") else new
        return re.sub(r"([\\`*_\[\]<])", r"\\\1", new)
    return new


def _apart(groups: Iterable[list[Edit]]) -> list[Edit]:
    """The edits without those that overlap earlier ones; they get their turn in the next round."""
    taken: list[Edit] = []
    for group in groups:
        if not any(
            (a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end) for a in group for b in taken
        ):
            taken += group
    return taken
