"""Says where a match ends: takes replaced words at its edges in, where the sentence shows that they belong to it."""

from __future__ import annotations

import re

from generator.drift.finding.align import Alignment
from generator.drift.finding.pattern import Pattern
from generator.drift.numbers.figure import unit_name
from generator.drift.words import FAR, FIELD, JOINT, NUMBER, PARTING, Words

SLACK = 2
"""A sentence may have so many more words at its edge than the wording has left there."""
MID_SENTENCE = 2
"""Inside a running sentence, only so many left-over words are taken to be replaced one for one."""
_ENDS = ".!?…:;。！？"
_MORE = re.compile(
    r"\s+(?:and\s+a\s+half|or\s+(?:two|three|so|more|less|longer|fewer)|og\s+et\s+halvt|eller\s+(?:to|tre|mer|mindre))\b",
    re.IGNORECASE,
)
"""What behind a measure makes another of it: `in its first year and a half`."""


def extend(pattern: Pattern, words: Words, found: Alignment) -> tuple[int, int]:
    """First and last word of the match with the replaced words at its edges."""
    if found.reordered or not found.pairs:
        return found.first, found.last
    missing_before = found.pairs[0].wanted
    missing_after = len(pattern.words) - 1 - found.pairs[-1].wanted
    first = found.first - _taken(missing_before, _room_before(words, found.first, missing_before + SLACK))
    last = found.last + _taken(missing_after, _room_after(words, found.last, missing_after + SLACK))
    if missing_before and _is_field(words, found.first - 1) and not parts(words, found.first):
        first = found.first - 1
    if missing_after and _is_field(words, found.last + 1) and not parts(words, found.last + 1):
        last = found.last + 1
    return first, last if missing_after and last == found.last else _whole_measure(words, last, found.last)


def _whole_measure(words: Words, last: int, matched: int) -> int:
    """The last word of the measure that the match ends with: `three years`, `year or two`."""
    if last > matched and words.words[last] == NUMBER and last + 1 < len(words) and not parts(words, last + 1):
        last += words.quantities[last].unit == unit_name(words.quote(last + 1, last + 1), "") != ""
    more = _MORE.match(words.text, words.ends[last]) if unit_name(words.quote(last, last), "") else None
    while more and last + 1 < len(words) and words.starts[last + 1] < more.end():
        last += 1
    return last


def _is_field(words: Words, index: int) -> bool:
    """Whether a merge field stands there, which takes the place of the words that are missing."""
    return 0 <= index < len(words) and words.words[index] == FIELD


def _taken(missing: int, room: tuple[int, bool]) -> int:
    """How many words to take of `room`: words up to the end of the sentence, and whether that end is in reach."""
    words, ends = room
    if not missing:
        return 0
    if ends:
        return words
    return min(missing, words) if missing <= MID_SENTENCE else 0


def _room_before(words: Words, first: int, limit: int) -> tuple[int, bool]:
    taken = 0
    while taken < limit and first - taken > 0 and not parts(words, first - taken):
        taken += 1
    return taken, first - taken == 0 or parts(words, first - taken)


def _room_after(words: Words, last: int, limit: int) -> tuple[int, bool]:
    taken = 0
    while taken < limit and last + taken + 1 < len(words) and not parts(words, last + taken + 1):
        taken += 1
    return taken, last + taken + 1 == len(words) or parts(words, last + taken + 1)


def parts(words: Words, index: int) -> bool:
    """Whether a sentence, clause or block ends between word `index` and the word before it."""
    if words.breaks[index] > 0 or parts_blocks(words, index):
        return True
    between = words.text[words.ends[index - 1] : words.starts[index]]
    return any(mark in between for mark in _ENDS)


def sentence_begin(words: Words, first: int) -> int:
    """The first word of the sentence, clause or block that word `first` stands in."""
    nearest = max(0, first - FAR)
    while first > nearest and not parts(words, first):
        first -= 1
    return first


def sentence_end(words: Words, last: int) -> int:
    """The last word of the sentence, clause or block that word `last` stands in."""
    furthest = min(len(words) - 1, last + FAR)
    while last < furthest and not parts(words, last + 1):
        last += 1
    return last


def parts_blocks(words: Words, index: int) -> bool:
    """Whether a block ends between word `index` and the word before it."""
    between = words.text[words.ends[index - 1] : words.starts[index]]
    return JOINT in between or PARTING in between


def whole_sentence(words: Words, first: int, last: int, longest: int) -> tuple[int, int]:
    """Up to the end of its sentence, if the match begins about where the sentence does and that is not too long.

    A label before a colon is no part of the sentence: `Price: plans start at …`.
    """
    start, end = words.unbroken(first, last)
    start = next(
        (at for at in range(first, start, -1) if ":" in words.text[words.ends[at - 1] : words.starts[at]]), start
    )
    near = first - start <= SLACK
    return (start, end) if near and end - start + 1 <= longest else (first, last)
