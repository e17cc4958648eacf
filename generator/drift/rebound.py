"""Says whether two texts differ only in words that bound a number alike: `over 4,000` and `more than 4,000`."""

from __future__ import annotations

import re

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.qualifier import bound_after, bound_before
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")


def is_bounded_alike(one: str, other: str) -> bool:
    """Whether only the words of the bounds are others: the same numbers, bounded the same way, in the same words."""
    mine, theirs = list(quantities(one)), list(quantities(other))
    if len(mine) != len(theirs) or not any(number.qualifier for number in mine):
        return False
    if any(number.differs(there) for number, there in zip(mine, theirs, strict=True)):
        return False
    return _beside(one, mine) == _beside(other, theirs)


def _beside(text: str, numbers: list[Quantity]) -> list[str]:
    """The words without the numbers and what bounds them, and a gap for each."""
    words, at = [], 0
    for number in numbers:
        words += _words(text[at : min(number.start, bound_before(text, number.start).start)])
        words.append("")
        at = number.end + len(bound_after(text, number.end))
        if number.behind[1]:
            words += _words(text[at : number.behind[0]])
            at = number.behind[1]
    return words + _words(text[at:])


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
