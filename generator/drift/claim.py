"""Reads a number that is kept in parts (value, unit, qualifier) as the matcher reads it in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.quantity import measured, quantities, rate_of
from generator.drift.reading.fold import fold

_STAND_IN = 700
"""Read in the place of the value, whose own digits could be read in two ways: 1.234 is also 1,234."""
_SCALE = re.compile(r"(?:[kK]|M|[bB])\b")
"""Stands right behind the digits: `15k customers`."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number, by what it is counted, and all other words that stand with it."""

    number: Quantity
    by: frozenset[str]
    words: tuple[str, ...]

    def differs(self, other: Stated) -> bool:
        """Whether it is another number. Of `41` and `41 customers`, one only says more."""
        words = bool(self.words and other.words) and self.words != other.words
        return words or self.by != other.by or bool(self.number.differs(other.number))


def stated(value: float, value_to: float | None = None, unit: str = "", qualifier: str = "") -> Stated:
    """The number that these parts make together: `15` and `k` are 15,000, `EUR` is `€` and `over` is `more than`."""
    bound = qualifier.strip().lower()
    measure = unit.strip() if _SCALE.match(unit.strip()) else f" {unit.strip()}"
    written = (f"{bound} {_STAND_IN}{measure}", f"{_STAND_IN}{bound}{measure}", f"{_STAND_IN}{measure} {bound}")
    read = [(text, next(quantities(text), None)) for text in written]
    text, number = next(((text, one) for text, one in read if one and one.qualifier), read[0])
    if number is None:
        number = Quantity(0, 0, frozenset({float(_STAND_IN)}), frozenset({float(_STAND_IN)}), "", "")
        text = f"{bound} {unit}"
    rate = rate_of(text, number)
    taken = (text.index(str(_STAND_IN)) if number.qualifier else number.start, max(measured(text, number), rate.end))
    rest = text[: 0 if number.qualifier else taken[0]] + " " + text[taken[1] : number.behind[0] or len(text)]
    scale = max(number.low) / _STAND_IN
    low, high = (frozenset({round(end * scale, 6)}) for end in (value, value if value_to is None else value_to))
    words = tuple(fold(word) for word in re.findall(r"[^\W_]+", rest))
    return Stated(replace(number, low=low, high=high), rate.by, words)
