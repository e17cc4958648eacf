"""Reads short ways of writing as they are read out: `30h/mo` as `30 hours per month`, `9 out of 10` as `90 % of`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.compound import READ_AS
from generator.drift.numbers.figure import MONTHS, unit_name
from generator.drift.numbers.measure import Rate, one_spelling, rate_word
from generator.drift.numbers.quantity import measured, rate_of
from generator.drift.numbers.sign import sign_of_degrees
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

_NEXT = re.compile(r"[^\S\x1e]+(?=([^\W\d_]+))")
_PARTED = re.compile(r"[-‐‑\u00ad\x02\ufffe]")
"""Behind a word that goes on in the next line: `min-⏎utes`."""
_WORD = re.compile(r"[^\W\d_]+")


class Reading(NamedTuple):
    """The word to read for the characters `start` to `end`; for none where one is only understood."""

    start: int
    end: int
    word: str


def notation(text: str, number: Quantity) -> Iterator[Reading]:
    """How to read the short words and signs behind a number."""
    if number.shared_by:
        following = _NEXT.match(text, number.end)
        if following and fold(following[1]) not in stop_words():
            yield Reading(following.end(), following.end(), number.shared_by)
    if number.counted_in:
        yield Reading(number.end, measured(text, number), f"{number.counted_in}s")
        return
    yield from (Reading(number.end, number.end, word) for word in number.also)
    yield from _degrees(text, number.end)
    is_one = number.low == number.high == {1.0}
    unit = measured(text, number)
    if unit > number.end and (last := list(_WORD.finditer(text, number.end, unit))):
        is_attached = last[-1].start() == number.end
        if number.unit in MONTHS:
            yield Reading(*last[-1].span(), number.unit)
            return
        yield from _spelled(text, (last[0].start(), unit), last[-1].span(), is_one=is_one, is_new=is_attached)
    yield from _counted(text, rate_of(text, number))


def _counted(text: str, counted: Rate) -> Iterator[Reading]:
    """How to read by what a number is counted."""
    for start, end in counted.marks:
        yield Reading(start, end, "per")
    for (start, end), name in zip(counted.nouns, counted.names, strict=True):
        if name:
            yield Reading(start, end, name)
        elif unit_name(text[start:end], "") in READ_AS:
            yield from _in_two(text, start, end, is_one=True)
        elif (word := rate_word(text[start:end])) != text[start:end] and not _PARTED.match(text, end):
            yield Reading(start, end, fold(word))


def _degrees(text: str, end: int) -> Iterator[Reading]:
    """The degrees behind a number whose sign is in their word: `grader` in `25 minusgrader`."""
    said, start, behind = sign_of_degrees(text, end)
    word = _WORD.match(text, behind) if said else None
    if word:
        yield Reading(start, word.end(), fold(word[0]))


def _in_two(text: str, start: int, end: int, *, is_one: bool) -> Iterator[Reading]:
    """The two words of a unit, whether written as two or as one."""
    words = one_spelling(text[start:end], is_one=is_one).split()
    written = [found.span() for found in _WORD.finditer(text, start, end)]
    places = written if len(written) == len(words) else [(start, start), (start, end)]
    yield from (Reading(*place, word) for place, word in zip(places, words, strict=True))


def _spelled(
    text: str, whole: tuple[int, int], at: tuple[int, int], *, is_one: bool, is_new: bool = False
) -> Iterator[Reading]:
    """The one spelling of a unit or of its last word, `at`; `is_new` where it is a word of its own only so: `12kg`."""
    if unit_name(text[slice(*whole)], "") in READ_AS:
        yield from _in_two(text, *whole, is_one=is_one)
        return
    written = text[slice(*at)]
    word = one_spelling(written, is_one=is_one)
    if (is_new or word != written) and not _PARTED.match(text, at[1]):
        yield Reading(*at, fold(word))
