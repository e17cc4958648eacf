"""Takes two numbers that make one claim as one: `ninety (90)`, `9 out of 10`, `2 × 10⁶`, `three euros twenty`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.clock import CLOCK
from generator.drift.numbers.day import end_of_day
from generator.drift.numbers.figure import CENTS, DURATIONS, MONTHS, measures
from generator.drift.numbers.measure import measure, one_spelling, rate
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

_OUT_OF = re.compile(
    r"\s+(?P<of>(?:out\s+)?of|in|av|von)\s+(?:(?:every|each|our|their|its|våre|unseren)\s+)?"
    r"|(?P<slash>/)"
)
_GOES_ON = re.compile(r",?\s*(?:(?:and|og|und)\s+)?")
_TO = re.compile(r"\s?[-‐‑–—]\s?|\s+(?:to|til|bis)\s+")
_OR = re.compile(r"\s+(?:or|eller|oder)\s+")
_NO_RANGES = frozenset({"day of a month", CLOCK})
_FROM = re.compile(r"\b(?:from|fra|von)\s\Z", re.IGNORECASE)
_COUNTS_ELSE = re.compile(r"[\s-]*([^\W\d_]+)")
_NEAR = 60
"""Characters within which the second of two amounts stands behind the first, with the unit between."""
_NO_WHOLES = frozenset({"share", "money", "day of a month", CLOCK})
_WHOLES = {
    "thirds": 3, "fifths": 5, "tenths": 10, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8,
    "zehntel": 10,
} | {
    f"{part}del{ending}": whole
    for part, whole in {
        "tre": 3, "tredje": 3, "fire": 4, "fjerde": 4, "fem": 5, "femte": 5, "seks": 6, "sjette": 6, "åtte": 8,
        "åttende": 8, "ti": 10, "tiende": 10,
    }.items()
    for ending in ("", "er")
}  # fmt: skip
_PARTS = re.compile(rf"(?:-|\s+)({'|'.join(_WHOLES)})n?\b", re.IGNORECASE)
"""Quarters are left out: they are time as well."""
_AND = re.compile(r"\s+(?P<and>(?:and|og)\s+)?")
_NEXT = re.compile(r"[^\S\n]+([^\W\d_]+)")
_CENTS = range(1, 100)
_TWO_DIGITS = 10
_CENTURIES = (19, 20)
_SHARED_BY = {"av": "av", "von": "von"}


def as_one(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the other repeats the first in brackets or is that of which the first is a part."""
    return (
        _says_again(text, one, other)
        or _share(text, one, other)
        or _times_ten(text, one, other)
        or _going_on(text, one, other)
        or _with_cents(text, one, other)
        or _as_spoken(text, one, other)
        or _this_or_next(text, one, other)
    )


def as_share(text: str, number: Quantity) -> Quantity:
    """The number; with the part that it counts, as `two thirds`, it is a share."""
    found = _PARTS.match(text, number.end)
    whole = _WHOLES[found[1].lower()] if found else 0
    if found is None or number.unit or number.low != number.high or not 0 < max(number.low) < whole:
        return number
    values = percent(max(number.low) / whole)
    return replace(number, end=found.end(), low=values, high=values, unit="%")


def _says_again(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the other in brackets repeats the first, as contracts do."""
    repeats = text[one.end : other.start].strip() == "(" and text.startswith(")", other.end)
    if not repeats or not (one.low & other.low and one.high & other.high):
        return None
    unit = one.unit or other.unit or measure(text, other.end + 1)[0]
    return replace(one, end=other.end + 1, unit=unit)


def _share(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the first is a part of the second: `9 out of 10` is 90 %."""
    joined = _OUT_OF.fullmatch(text, one.end, other.start)
    part, all_ = (max(number.low) for number in (one, other))
    if joined is None or other.qualifier or one.unit or one.low != one.high or other.low != other.high:
        return None
    if measures(other.unit) in _NO_WHOLES or (other.unit and joined["of"] == "in") or not 0 < part < all_:
        return None
    values = percent(part / all_)
    return replace(one, end=other.end, low=values, high=values, unit="%", shared_by=_SHARED_BY.get(joined["of"], "of"))


def _times_ten(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the second is a power of ten: `2 × 10⁶`."""
    is_factor = one.unit == "x" and text[one.end - 1] in "x×" and one.low == one.high
    if not (is_factor and other.power) or other.qualifier or text[one.end : other.start].strip():
        return None
    values = frozenset(value * other.power for value in one.low)
    return replace(one, end=other.end, low=values, high=values, unit=other.unit, behind=other.behind)


def _going_on(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the second goes on behind the unit of the first."""
    if one.counted_in or other.qualifier or one.low != one.high or other.low != other.high:
        return None
    between = text[_end_of_unit(text, one) : other.start]
    return _in_two_units(between, one, other) or _days(between, one, other) or _from_to(text, one, other)


def _end_of_unit(text: str, one: Quantity) -> int:
    return end_of_day(text, one.end) if one.unit in MONTHS else measure(text, one.end)[1]


def _in_two_units(between: str, one: Quantity, other: Quantity) -> Quantity | None:
    """`1 h 30 min` is 90 minutes, `1 euro 25 cents` is €1.25."""
    times = 100 if one.unit in CENTS.get(other.unit, ()) else _times(one.unit, other.unit)
    if not _GOES_ON.fullmatch(between) or max(len(one.low), len(other.low)) > 1 or not max(other.low) < times:
        return None
    values = frozenset({max(one.low) * times + max(other.low)})
    both = replace(one, end=other.end, low=values, high=values, unit=other.unit, behind=other.behind)
    if one.unit not in CENTS.get(other.unit, ()):
        return both
    return replace(
        both, low=frozenset({round(max(values) / 100, 2)}), high=frozenset({round(max(values) / 100, 2)}), unit=one.unit
    )


def _days(between: str, one: Quantity, other: Quantity) -> Quantity | None:
    """`3 June to 5 June` is `3–5 June`."""
    if one.unit != other.unit or one.unit not in MONTHS or not _TO.fullmatch(between):
        return None
    return replace(one, end=other.end, high=other.high, also=other.also, year=other.year)


def _from_to(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """`31 hours to 9 hours` is `31 to 9 hours`, and so is `from 31 hours to 9`, whose unit is said before."""
    unit, end = measure(text, one.end)
    if not unit or unit != one.unit or other.start - one.end > _NEAR:
        return None
    by = rate(text, end, unit)
    if not _TO.fullmatch(text, by.end, other.start):
        return None
    if other.unit == unit:
        said: tuple[str, ...] = ()
        also_by = rate(text, measure(text, other.end)[1], unit).by
        if by.by and also_by != by.by:
            return None
    elif not other.unit and not by.by and _FROM.search(text, 0, one.start) and not _counts_else(text, other.end):
        said = (fold(one_spelling(text[one.end : end].strip(" -"), is_one=False)),)
    else:
        return None
    return replace(one, end=other.end, high=other.high, unit=unit, also=said, mark=other.mark, behind=other.behind)


def _counts_else(text: str, end: int) -> bool:
    """Whether a word behind a number may be what it counts: `from 31 hours to 9 customers`."""
    found = _COUNTS_ELSE.match(text, end)
    return found is not None and fold(found[1]) not in stop_words()


def _times(larger: str, smaller: str) -> float:
    """How often the one unit has the other in it; 0 where it is none of that kind."""
    long, short = DURATIONS.get(larger, 0), DURATIONS.get(smaller, 0)
    return long / short if 0 < short < long and long % short == 0 else 0


def _with_cents(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where the second is the cents of a price, as it is said: `three euros twenty`.

    Without the word `cents` it has two digits, and nothing that it could count follows.
    """
    joined = _AND.fullmatch(text, one.end, other.start)
    cents = max(other.low)
    if joined is None or measures(one.unit) != "money" or one.unit in CENTS or not text[one.end - 1].isalpha():
        return None
    if one.low != one.high or other.low != other.high or other.qualifier or cents not in _CENTS:
        return None
    is_named = one.unit in CENTS.get(other.unit, ())
    following = _NEXT.match(text, other.end)
    counts = following is not None and fold(following[1]) not in stop_words()
    if not is_named and (other.unit or joined["and"] or cents < _TWO_DIGITS or counts):
        return None
    values = frozenset(round(value + cents / 100, 6) for value in one.low)
    return replace(one, end=other.end, low=values, high=values)


def _as_spoken(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one, where both are words and nothing is counted by them: `four ninety` is 4.90 or 490.

    `nineteen ninety` and `twenty twenty` are years.
    """
    whole, rest = max(one.low), max(other.low)
    said = text[one.start : other.end]
    if text[one.end : other.start] != " " or not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)+", said):
        return None
    is_count = whole in _CENTS and whole not in _CENTURIES and rest in _CENTS and rest >= _TWO_DIGITS
    if not is_count or one.unit or other.qualifier or one.low != one.high or other.low != other.high:
        return None
    if other.unit and measures(other.unit) != "money":
        return None
    following = _NEXT.match(text, other.end)
    if not other.unit and following and fold(following[1]) not in stop_words():
        return None
    values = frozenset({round(whole + rest / 100, 2), whole * 100 + rest})
    return replace(one, end=other.end, low=values, high=values, unit=other.unit, is_spoken=True)


def _this_or_next(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Both numbers as one range, where the second is the next: `two or three hours`."""
    if not _OR.fullmatch(text, one.end, other.start) or one.unit or one.low != one.high or other.low != other.high:
        return None
    if other.qualifier or {value + 1 for value in one.low} != other.low or measures(other.unit) in _NO_RANGES:
        return None
    return replace(one, end=other.end, high=other.high, unit=other.unit, mark=other.mark, behind=other.behind)


def percent(share: float) -> frozenset[float]:
    """A share in percent, also rounded where it has no end: one in three is 33 %."""
    exactly = round(100 * share, 6)
    is_round = exactly == round(exactly, 2)
    return frozenset({exactly} if is_round else {exactly, round(exactly, 1), float(round(exactly))})
