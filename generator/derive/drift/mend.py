"""Mends a text source where only one answer is right: edits on its own offsets, so everything else stays as it is."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.derive.drift.judge import is_not_ours_today
from generator.derive.drift.mention import is_word_named
from generator.derive.drift.prose import is_joined, is_prose, is_read_elsewhere
from generator.derive.drift.reach import reach_of
from generator.derive.drift.read_back import Change, reads_as_meant
from generator.derive.drift.spared import Spared
from generator.derive.drift.spelled import as_read, differing
from generator.derive.drift.wanted import wanted
from generator.derive.drift.written import written
from generator.derive.messages import Said
from generator.drift.reading.plain import plain
from generator.drift.result import Kind, Match, Report, Spot, TermUse, Verdict
from generator.model.block import SourceText
from generator.readers.email.write import SOFT_BREAK, rewrapped

FORMATS = frozenset({"html", "markdown", "text", "eml"})
"""Written by hand, and read back as they are. A recording is not to be edited, nor a mail's body in base64."""

_TRADE_MARK = re.compile(r"[®™©℠]")

Again = Callable[[str], tuple[SourceText, Report]]
"""Reads and matches a text anew once it was changed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a source's text become `new`. `was` and `then` are what a reader sees there."""

    start: int
    end: int
    new: str
    was: str = ""
    then: str = ""
    about: str = ""
    """The message, or the word to use."""
    meant: Change | None = None
    """The same in its block."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The edits of one quote: either all of them are made or none. `row` is its message, empty for a word."""

    edits: tuple[Edit, ...]
    row: str = ""


@dataclass(frozen=True)
class Mended:
    """A text after mending, and the edits that led there. Mending it once more changes nothing."""

    text: str
    edits: tuple[Edit, ...] = ()


def mend(source: SourceText, report: Report, said: Said, again: Again, *, spared: Spared) -> Mended:
    """The text with all that has one right answer put right. `spared` is what somebody accepted.

    An edit is kept only where the text, read once more, carries the message there, or has the word no longer, and says
    everything else as before.
    A change can uncover another (a name inside a sentence), so it goes on until nothing more is to be done: each
    round leaves fewer words to avoid, or more that is carried.
    """
    done: list[Edit] = []
    while source.format in FORMATS and source.text:
        groups = _apart(_edits(source, report, said, spared))
        kept = groups if _settles(source, report, said, again, groups) else []
        for group in groups if not kept else ():
            kept += [group] if _settles(source, report, said, again, [*kept, group]) else []
        if not kept:
            break
        done += (edit for group in kept for edit in group.edits)
        source, report = _changed(source, again, kept)
    return Mended(source.text, tuple(done))


def _changed(source: SourceText, again: Again, groups: Sequence[_Group]) -> tuple[SourceText, Report]:
    text = applied(source.text, (edit for group in groups for edit in group.edits))
    return again(rewrapped(source.text, text) if source.format == "eml" else text)


def _settles(source: SourceText, report: Report, said: Said, again: Again, groups: Sequence[_Group]) -> bool:
    """Whether the text with these edits carries so many more messages and has so many fewer words to avoid.

    Beside them it has to say what it said.
    """
    if not groups:
        return False
    changed, then = _changed(source, again, groups)
    changes = [edit.meant for group in groups for edit in group.edits if edit.meant]
    if changed.problem or not reads_as_meant(source, changed, changes):
        return False
    before, after = _carried(report, said), _carried(then, said)
    rows = Counter(group.row for group in groups if group.row)
    words = sum(not group.row for group in groups)
    return _uses(then) <= _uses(report) - words and all(after[row] >= before[row] + rows[row] for row in before | rows)


def _carried(report: Report, said: Said) -> Counter[str]:
    """How often each message stands there as it should, at most with other marks."""
    return Counter(
        said.rows[match.wording.id]
        for match in report.matches
        if match.verdict is Verdict.CARRIED or (match.verdict is Verdict.ALTERED and match.kind is Kind.FORMATTING)
        for _ in (match.spots[0], *match.also)
    )


def _uses(report: Report) -> int:
    return sum(1 + len(use.also) for use in report.terms)


def applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _edits(source: SourceText, report: Report, said: Said, spared: Spared) -> Iterator[_Group]:
    comments = spared.comments(source)
    for match in report.matches:
        offer, row = said.offers[match.wording.id], said.rows[match.wording.id]
        quote = " ".join(match.quote.split())
        if offer and quote not in spared.everywhere:
            for spot in _whole(source, match):
                if not (
                    is_not_ours_today(source, match, spot, report, said) or spared.at(source, quote, spot, comments)
                ):
                    yield _Group(tuple(_sentence(source, match, spot, offer, row)), row)
    for use in report.terms:
        if use.found not in spared.everywhere:
            for spot in (use.spot, *use.also):
                if is_word_named(source.blocks, use, spot, said.voices):
                    continue
                if not spared.at(source, use.found, spot, comments):
                    yield _Group(tuple(_term(source, use, spot)))


def _whole(source: SourceText, match: Match) -> Iterator[Spot]:
    """The places where all of the quote stands in one block; of others, each block has but a piece."""
    for spot in (*match.spots, *match.also):
        if _letters(source.blocks[spot.block].text[spot.start : spot.end]) == _letters(match.quote):
            yield spot


def _sentence(source: SourceText, match: Match, spot: Spot, offer: str, about: str) -> list[Edit]:
    block = source.blocks[spot.block]
    quote = block.text[spot.start : spot.end]
    if len(quote) > 3 and quote.isupper():
        return []
    edits = [_edit(source, spot.block, *piece) for piece in wanted(block, match, spot, offer)]
    return [replace(edit, about=about) for edit in edits if edit] if None not in edits else []


def _term(source: SourceText, use: TermUse, spot: Spot) -> list[Edit]:
    """Nothing where the form of the offer is not known, or a trade mark stands that need not be one of the new name.

    Nor where the rest of the word stands in the next block: behind a line break, or in another box.
    """
    block = source.blocks[spot.block]
    other = use.term.use.casefold() not in use.found.casefold()
    is_parted = _letters(block.text[spot.start : spot.end]) != _letters(use.found)
    if (
        is_parted
        or not use.fits
        or is_joined(block.text, spot.start, spot.end)
        or _TRADE_MARK.search(block.text, spot.start, spot.end + (2 if other else 0))
    ):
        return []
    edit = _edit(source, spot.block, spot.start, spot.end, use.offer)
    return [replace(edit, about=use.term.use)] if edit else []


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", plain(text).text)


def _edit(source: SourceText, number: int, start: int, end: int, new: str) -> Edit | None:
    """The edit in the file; None in code or a field, where markup lies between, or the words cannot be written."""
    block = source.blocks[number]
    if not is_prose(source, block, start, end):
        return None
    start, end, new = differing(block.text, start, end, new)
    if any(mark.start < end and start < mark.end for mark in block.marks):
        return None
    reach = reach_of(source, block, start, end)
    shifted = block.text[start : start + 1].isspace() and block.text[end : end + 1].isspace() and not new
    if reach is None and shifted:
        # Taking out `will␣` is as good as `␣will`, where the one lies inside emphasis and the other does not.
        reach = reach_of(source, block, start + 1, end + 1)
    if reach is None:
        return None
    spelling = written(source, block, new, reach[0])
    if (
        spelling is None
        or is_read_elsewhere(source, block, *reach)
        or (source.format == "html" and _fills_a_tile(source.text, *reach, new))
    ):
        return None
    broken = SOFT_BREAK.search(source.text, *reach) if source.format == "eml" else None
    meant = Change(number, start, end, new)
    was, then = as_read(block.text, start, end, new)
    return Edit(*reach, spelling + (broken[0] if broken else ""), was, then, meant=meant)


def _fills_a_tile(text: str, start: int, end: int, new: str) -> bool:
    """Whether words would come into a tag that holds a figure alone: `<span>82 %</span>`."""
    inside = html.unescape(text[text.rfind(">", 0, start) + 1 : max(end, text.find("<", end))])
    has_figure_alone = any(map(str.isdigit, inside)) and not any(map(str.isalpha, inside))
    return has_figure_alone and any(map(str.isalpha, new))


def _apart(groups: Iterable[_Group]) -> list[_Group]:
    """The groups without those that overlap earlier ones; they get their turn in the next round."""
    taken: list[_Group] = []
    for group in groups:
        others = [edit for other in taken for edit in other.edits]
        if group.edits and not any(_overlap(a, b) for a in group.edits for b in others):
            taken.append(group)
    return taken


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)
