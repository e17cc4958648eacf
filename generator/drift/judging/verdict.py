"""Decides what a found stretch is to a wording: carried, altered, another number, retired, out of season."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.clause import JOINING
from generator.drift.finding.edge import parts, parts_blocks
from generator.drift.finding.pattern import Pattern
from generator.drift.judging.limit import cuts_a_limit, exception_behind, limit_before
from generator.drift.judging.other_number import last_of_rate, moved_number, number_differences
from generator.drift.numbers.bound import first_of_bound
from generator.drift.numbers.qualifier import ONLY, is_negation, negations
from generator.drift.reading.hesitation import SOUNDS
from generator.drift.result import Kind, NumberDifference, Verdict
from generator.drift.wording import State, Wording
from generator.drift.words import FIELD, Words

LOOK_BACK = 3
"""A negation so many words before the match, in its clause, denies it."""
FILLED = 3
"""Words of the wording that a merge field may stand for."""
_SOUND = re.compile(SOUNDS)
"""What who looks for a number says before it."""
_MARKS = re.compile(r"[™®©&]|[!?]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a stretch is to its wording and why.

    `first` may lie before the match, `last` behind it: a negation belongs to it, and by what a number is counted.
    """

    verdict: Verdict
    kind: Kind
    numbers: tuple[NumberDifference, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    first: int
    last: int

    @property
    def restates_value(self) -> bool:
        """Whether it is the wording with another value."""
        return any("value" in number.what for number in self.numbers)

    @property
    def negation(self) -> bool:
        """Whether a negation came or went."""
        return bool(self.lost or self.added) and any(map(is_negation, (*self.lost, *self.added)))


def judge(pattern: Pattern, words: Words, found: Alignment, first: int, last: int, as_of: date) -> Judgement:
    """The judgement on words `first` to `last`, found to be a form of the wording."""
    pairs = (*found.pairs, *moved_number(pattern, words, found))
    numbers = number_differences(pattern, words, pairs)
    first, last = limit_before(pattern, words, found.pairs, first), exception_behind(pattern, words, found.pairs, last)
    kind = _kind(pattern, words, found, first, last)
    denial = _denial_before(pattern, words, first) if kind is not Kind.TRUNCATED else None
    start = _bound_before(words, found.pairs, first, numbers) if denial is None else denial
    lost, added = _negations_changed(pattern, words, start, last)
    if added and kind in (Kind.EXACT, Kind.FORMATTING):
        kind = Kind.MISQUOTED
    if kind is Kind.TRUNCATED and cuts_a_limit(pattern, found.pairs):
        kind = Kind.MISQUOTED
    if kind is Kind.EXACT and not numbers and _marks_differ(pattern, words, first, last):
        kind = Kind.FORMATTING
    begins = kind is not Kind.TRUNCATED or found.pairs[0].wanted == 0
    verdict = _verdict(pattern.wording, kind, numbers, as_of, begins=begins)
    return Judgement(verdict, kind, numbers, lost, added, start, last_of_rate(pattern, words, found.pairs, last))


def _bound_before(words: Words, pairs: tuple[Pair, ...], first: int, numbers: tuple[NumberDifference, ...]) -> int:
    """Where the match starts: with `over` in `over 1,400`, if the wording says 1,400."""
    begins = bool(pairs) and pairs[0].found == first and first in words.quantities
    return first_of_bound(words, first) if begins and any("qualifier" in number.what for number in numbers) else first


def _kind(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> Kind:
    if found.tile:
        return Kind.EXACT if last - first + 1 == len(found.pairs) else Kind.MISQUOTED
    if found.figure:
        return Kind.MISQUOTED
    before, after = words.words[first : found.first], words.words[found.last + 1 : last + 1]
    if any(word != FIELD for word in (*before, *after)):
        return Kind.MISQUOTED
    if found.reordered:
        return Kind.REORDERED
    if any(pair.credit < 1 for pair in found.pairs):
        return Kind.MISQUOTED
    skipped = _skipped(pattern.words, found.pairs, words)
    if skipped is None:
        return Kind.MISQUOTED
    cut_before, cut_after = found.pairs[0].wanted, len(pattern.words) - 1 - found.pairs[-1].wanted
    if cut_before <= FILLED * len(before) and cut_after <= FILLED * len(after):
        return Kind.EXACT
    return Kind.MISQUOTED if skipped or before or after else Kind.TRUNCATED


def _skipped(wording: Words, pairs: tuple[Pair, ...], words: Words) -> int | None:
    """Merge fields passed on the way, or None if any other word is missing or added between the first and last.

    The `and` before the last of several things goes where each stands in a block of its own.
    """
    fields = 0
    for before, after in pairwise(pairs):
        between = words.words[before.found + 1 : _without_hesitations(words, after.found)]
        if any(word != FIELD for word in between):
            return None
        missing = wording.words[before.wanted + 1 : after.wanted]
        if len(missing) == 1 and missing[0] in JOINING and not between and parts_blocks(words, after.found):
            continue
        left_out = len(missing)
        if left_out > (FILLED if between else 0):
            return None
        fields += len(between)
    return fields


def _without_hesitations(words: Words, place: int) -> int:
    """The position of a word, or of the sounds before it if it is a number."""
    if place in words.quantities:
        while place and _SOUND.fullmatch(words.words[place - 1]):
            place -= 1
    return place


def _denial_before(pattern: Pattern, words: Words, first: int) -> int | None:
    """The position of a negation shortly before word `first`, in the same clause."""
    for index in range(first - 1, max(-1, first - 1 - LOOK_BACK), -1):
        between = words.text[words.ends[index] : words.starts[index + 1]]
        if parts(words, index + 1) or any(mark in between for mark in ',()"“”–—'):
            return None
        if words.words[index] in negations(_heard(pattern, words.words[max(0, index - 1) : index + 2])):
            return index
    return None


def _negations_changed(
    pattern: Pattern, words: Words, first: int, last: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    mine = Counter(negations(pattern.words.words))
    theirs = Counter(negations(_heard(pattern, words.words[first : last + 1])))
    return tuple(sorted((mine - theirs).elements())), tuple(sorted((theirs - mine).elements()))


def _heard(pattern: Pattern, words: list[str]) -> list[str]:
    """The words without the `only` that the wording begins with: `not only` denies that one."""
    begins = pattern.words.words[0]
    return ["" if word == begins in ONLY else word for word in words]


def _marks_differ(pattern: Pattern, words: Words, first: int, last: int) -> bool:
    """Whether ™, ®, ©, &, ! or ? came or went, the last mark after the match included."""
    text = words.text
    after = re.match(r"[\"'”’)™®©!?.]*", text[words.ends[last] : words.ends[last] + 4])
    found = text[words.starts[first] : words.ends[last]] + (after[0] if after else "")
    wanted = pattern.wording.text
    mine, theirs = Counter(_MARKS.findall(wanted)), Counter(_MARKS.findall(found))
    for mark in "!?":
        if not wanted.rstrip().endswith((".", "!", "?")) and wanted.count(mark) < found.count(mark) == 1:
            theirs[mark] = mine[mark]
    return mine != theirs


def _verdict(
    wording: Wording, kind: Kind, numbers: tuple[NumberDifference, ...], as_of: date, *, begins: bool
) -> Verdict:
    """The verdict; a wording that may stop early has still to begin (`begins`) where it does."""
    if wording.state is State.RETIRED:
        return Verdict.RETIRED
    if wording.starts is not None and as_of < wording.starts:
        return Verdict.EARLY
    if wording.ends is not None and as_of > wording.ends:
        return Verdict.EXPIRED
    if numbers:
        return Verdict.NUMBER
    if kind is Kind.EXACT or (kind is Kind.TRUNCATED and wording.may_shorten and begins):
        return Verdict.CARRIED
    return Verdict.ALTERED
