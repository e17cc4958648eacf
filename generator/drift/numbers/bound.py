"""Reads a bound by a `+`, in words and with hesitations as one: `1,400+` is `more than 1,400`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.qualifier import bound_after, bound_before, edge
from generator.drift.reading.fold import fold
from generator.drift.words import NUMBER, PARTING, Words


@dataclass(frozen=True, slots=True)
class Bound:
    """The words before and after a number that bound it, without hesitations; none for `1,400+`.

    `start` and `end` are the characters of the number and of all that bounds it. `weights` are those of the words.
    """

    number: Quantity
    before: tuple[str, ...]
    after: tuple[str, ...]
    start: int
    end: int
    weights: dict[str, float]

    @property
    def is_plus(self) -> bool:
        """Whether it is said by a `+` that belongs to the number."""
        return not (self.before or self.after or self.number.is_worded)


def bound_of(words: Words, place: int) -> Bound:
    """The bound of the number at `place`, for which the words up to there are enough."""
    number = words.quantities[place]
    said = bound_before(words.text, number.start)
    end = number.end + len(bound_after(words.text, number.end))
    first = _first(words, place, said.start)
    before = [index for index in range(first, place) if words.starts[index] < said.end]
    after = tuple(fold(word) for word in re.findall(r"\w+", words.text[number.end : end]))
    return Bound(
        number, tuple(words.words[index] for index in before), after, said.start, end,
        {words.words[index]: words.weights[index] for index in before},
    )  # fmt: skip


def bounds_of(words: Words) -> tuple[Bound, ...]:
    """The bounds of all numbers that have one."""
    return tuple(bound_of(words, place) for place, number in words.quantities.items() if number.qualifier)


def first_of_bound(words: Words, place: int) -> int:
    """The position of the first word that bounds the number at `place`, or `place`."""
    return _first(words, place, bound_before(words.text, words.quantities[place].start).start)


def bound_in_block_before(text: str, start: int, wanted: Sequence[Bound]) -> int:
    """Where the words begin that end the block before and bound what begins at `start`, as a wording says them.

    Any others may bind nothing here: `Prices above`, and below it `1,200 teams trust us`.
    """
    at = start - 1
    if not wanted or at < 0 or text[at] != PARTING:
        return start
    said = bound_before(text, at)
    words = tuple(fold(word) for word in re.findall(r"\w+", text[said.start : said.end]))
    return said.start if words and any(words == each.before for each in wanted) else start


def restate(words: Words, wanted: Sequence[Bound]) -> int:
    """Bound the number that is the last of the words as the wording does, where only the notation differs.

    Gives the character up to which the text is said by that. What stands before the number for what stands behind it
    (`at least 6` for `6 or more`) is notation; `over` is none of `more than`, but another word, and `>1,400` is none
    in running text.
    """
    place = len(words) - 1
    number = words.quantities.get(place)
    if number and not number.qualifier:
        start = bound_in_block_before(words.text, number.start, wanted)
        if start < number.start and words.starts[0] <= start:
            said = bound_before(words.text, number.start - 1)
            bounded = replace(number, qualifier=said.name, is_worded=True, edge=edge(words.text[said.start : said.end]))
            words.quantities[place] = bounded
        return 0
    alike = [each for each in wanted if number and number.qualifier and _is_one_notation(each.number, number)]
    if number is None or not alike:
        return 0
    mine, theirs = min(alike, key=lambda each: len(each.number.differs(number))), bound_of(words, place)
    hesitates = mine.before == theirs.before and len(mine.before) < place - _first(words, place, theirs.start)
    if not hesitates and mine.is_plus == theirs.is_plus and bool(mine.before) == bool(theirs.before):
        return 0
    return _restate(words, place, mine, theirs)


def _is_one_notation(mine: Quantity, theirs: Quantity) -> bool:
    both_say = mine.sign == theirs.sign or mine.qualifier == "±"
    return mine.qualifier == theirs.qualifier and both_say


def _restate(words: Words, place: int, mine: Bound, theirs: Bound) -> int:
    first = _first(words, place, theirs.start)
    cost, weight, number = words.breaks[first], words.weights[place], words.quantities.pop(place)
    for kept in (words.words, words.starts, words.ends, words.weights, words.breaks):
        del kept[first:]
    for word in mine.before:
        _add(words, word, theirs.start, theirs.start, mine.weights[word])
    words.quantities[len(words)] = replace(number, start=theirs.start, end=theirs.end, is_worded=mine.number.is_worded)
    _add(words, NUMBER, theirs.start, theirs.end, weight)
    for word in mine.after:
        _add(words, word, theirs.end, theirs.end, mine.weights.get(word, weight))
    words.breaks[first] = cost
    return theirs.end


def _add(words: Words, word: str, start: int, end: int, weight: float) -> None:
    words.add(word, start, end)
    words.weights.append(weight)
    words.breaks.append(0.0)


def _first(words: Words, place: int, start: int) -> int:
    while place > 0 and words.ends[place - 1] > start:
        place -= 1
    return place
