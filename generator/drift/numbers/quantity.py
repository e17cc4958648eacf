"""Reads the numbers in a text as value, unit and qualifier, and leaves years, versions and list numbers alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drift.numbers.claimed import counts
from generator.drift.numbers.figure import (
    DURATIONS,
    MAGNITUDE,
    SPELLED,
    UNIT,
    magnitude,
    readings,
    spelled,
    unit_name,
)
from generator.drift.numbers.joined import as_one, as_share, percent
from generator.drift.numbers.measure import Rate, measure, rate
from generator.drift.numbers.part import FRACTION, share, span
from generator.drift.numbers.qualifier import AFTER, bound_before, bound_behind, edge, qualifier_after
from generator.drift.numbers.sign import MINUS, SIGN, is_bullet, sign, signed

_VALUE = (
    r"\d{1,3}(?:[,.'’_\u00a0\u202f\u2009 ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,]\d+)?|\.\d+"
)
_CURRENCY = r"(?:(?<!\w)(?:US|CA?|AU?|NZ|HK|SG?)\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|NOK|SEK|DKK)\s|\bkr\.?(?=\s?\d))"
_SKIP = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d])"  # dates
    r"|\d+(?:\.\d+){2,}\w*"  # 1.9.1
    r"|\d+\.\d+(?=\s(?:release|version)s?\b)"
    r"|\d{1,2}:\d{2}(?::\d{2})?"  # times
    r"|\d+/\d+(?!\sof\b)"  # 24/7
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\#\d+|\[\d{1,3}\]"
    r"|^[ \t]*\d{1,3}[.)](?=\s)"  # list markers
    r"|\b(?:step|figure|table|section|chapter|page|slide|version|v|no\.|part|item|phase)\s*\d+(?:\.\d+)*\b"
)
_ONE = rf"(?:(?:{_VALUE})(?:{FRACTION})?|[½¼¾⅓⅔])(?:{MAGNITUDE})?|(?:{SPELLED})"
_MAY_START = r"(?=[\d#\[$€£¥₹½¼¾⅓⅔+‐‑–−-]|\.\d|(?<!\w)[^\W\dj-lq-rw-y]|(?<!\w)k|^[ \t])"
"""Passes over most places at once: no number begins within a word."""
_QUANTITY = re.compile(
    rf"{_MAY_START}(?:(?P<skip>{_SKIP})"
    rf"|(?P<between>(?:between|mellom)\s+)?(?P<sign>{SIGN})(?:(?P<money>{_CURRENCY})\s*)?(?<![\w.])(?P<low>{_ONE})(?P<lowunit>{UNIT})?"
    rf"(?:(?:\s?[-‐‑–—]\s?|\s+(?(between)(?:and|to|og)|(?:to|bis|til))\s+)(?P<sign2>[{MINUS}+]|(?:minus|plus)\s+)?(?P<money2>{_CURRENCY})?(?P<high>{_ONE}))?"
    rf"(?P<unit>{UNIT})?(?P<after>{AFTER})?(?P<late>(?<=\+){UNIT})?)",
    re.IGNORECASE | re.MULTILINE,
)
_MARK = re.compile(r"[.,](?=\d)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}|\^\d{1,2}(?![\w.^])")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "^")
"""Behind a ten, raised digits may mark a footnote (`10³ countries`) or be its power: both are readings of it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a claim makes it. `low` and `high` hold every value it may be read as (1.200 is 1200 or 1.2).

    `is_worded`: whether words bound it (`more than 1,400`), not a sign or what stands after it (`1,400+`).
    `sign` is the sign that says so; `counted_in` the unit that stands within the number: `an hour and a half`, whose
    last word then stands for it. `mark` is the last mark within the digits, which may part decimals or thousands.
    `behind` are the characters behind what it counts that bound it: `or more` in `five years or more`.
    `edge` is whether the words of a bound leave the number itself out (`less than`) or not (`up to`).
    `shared_by`: the word that a share in percent needs where `9 out of 10` has none: `90 % of`.
    `power` is the value of a ten whose raised digits are its power, of which two may differ: `10⁶` and `10⁷`.
    """

    start: int
    end: int
    low: frozenset[float]
    high: frozenset[float]
    unit: str
    qualifier: str
    is_worded: bool = False
    shared_by: str = ""
    sign: str = ""
    counted_in: str = ""
    mark: str = ""
    behind: tuple[int, int] = (0, 0)
    edge: str = ""
    power: float = 0.0

    def __str__(self) -> str:
        ends = dict.fromkeys(f"{max(end):,.6f}".rstrip("0").rstrip(".") for end in (self.low, self.high))
        return " ".join(part for part in (self.qualifier, "-".join(ends), self.unit) if part)

    def differs(self, other: Quantity) -> tuple[str, ...]:
        """The parts in which two numbers differ, most important first."""
        parts = []
        if self._lasts_as_long(other):
            return () if self.qualifier == other.qualifier else ("qualifier",)
        if not (self.is_one(self.low, other, other.low) and self.is_one(self.high, other, other.high)):
            parts.append("value")
        if self.unit != other.unit:
            parts.append("unit")
        if self.qualifier != other.qualifier or (self.edge and other.edge and self.edge != other.edge):
            parts.append("qualifier")
        return tuple(parts)

    def is_one(self, mine: frozenset[float], other: Quantity, theirs: frozenset[float]) -> bool:
        """Whether two ends are the same. `2,500` is two and a half only beside a decimal comma."""
        if self.power and other.power:
            return self.power == other.power
        return (
            bool(mine & theirs)
            and _may_mean(mine, self.mark, theirs, other.mark)
            and (_may_mean(theirs, other.mark, mine, self.mark))
        )

    def _lasts_as_long(self, other: Quantity) -> bool:
        """`14 days` and `two weeks`: the same in other words."""
        mine, theirs = DURATIONS.get(self.unit), DURATIONS.get(other.unit)
        if mine is None or theirs is None or self.unit == other.unit:
            return False
        low, high = ({value * mine for value in end} for end in (self.low, self.high))
        return bool(low & {value * theirs for value in other.low} and high & {value * theirs for value in other.high})


def quantities(text: str, lo: int = 0, hi: int | None = None) -> Iterator[Quantity]:
    """The numbers between `lo` and `hi` that a claim may rest on, from left to right.

    `ninety (90)` is one, and so is `9 out of 10`.
    """
    end = len(text) if hi is None else hi
    waiting: Quantity | None = None
    for found in _QUANTITY.finditer(text, lo, end):
        is_within = waiting is not None and found.start() < waiting.end  # the power in `10^6`
        if found["low"] is not None and not is_within and counts(text, found):
            number = as_share(text, _quantity(text, found))
            both = waiting and as_one(text, waiting, number)
            if waiting and not both:
                yield waiting
            waiting = both or number
    if waiting:
        yield waiting


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    low, high = found["low"], found["high"] or found["low"]
    unit = unit_name(found["unit"] or found["late"] or found["lowunit"] or "", found["money"] or found["money2"] or "")
    scale = magnitude(high)
    start, end = found.start("money" if found["money"] else "low"), _end(found)
    said = sign(found["sign"])
    listed = said == "-" and not unit.startswith("°") and is_bullet(text, found.start("sign"))
    if said and not listed:
        start = found.start("sign")
    if found["between"] and found["high"]:
        start = found.start("between")
    raised = _RAISED.match(text, end) if low == high == "10" else None
    power = 10.0 ** int(raised[0].translate(_LOWERED)) if raised else 0.0
    also = {power} if power else set()
    bound = bound_before(text, start)
    is_worded = any(map(str.isalpha, text[bound.start : bound.end]))
    if bound.name and not is_worded:
        start = bound.start
    behind = None if bound.name or found["after"] else bound_behind(text, end)
    counted_in = "" if low[0].isdigit() else span(low)
    if counted_in:
        end -= len("half")
    if low.lower() == "twice":
        unit = "x"
    shared = 0.0 if unit or low[0].isdigit() else share(low)
    if shared:
        values = percent(shared)
        return Quantity(start, end, values, values, "%", bound.name, is_worded)
    return Quantity(
        start=start,
        end=raised.end() if raised else end,
        low=signed(_values(low, scale if magnitude(low) == 1 else 1) | also, said, may_be_none=listed),
        high=signed(_values(high, 1) | also, sign(found["sign2"]) if found["high"] else said, may_be_none=listed),
        unit=unit or counted_in or measure(text, raised.end() if raised else found.end())[0],
        qualifier=bound.name or qualifier_after(found["after"] or "") or (behind.name if behind else ""),
        is_worded=is_worded,
        sign="" if is_worded else text[bound.start : bound.end].strip(),
        counted_in=counted_in,
        edge=edge(text[bound.start : bound.end]) if is_worded else "",
        behind=behind[1:] if behind and behind.name else (0, 0),
        mark=marks[-1] if (marks := _MARK.findall(high)) else "",
        power=power,
    )


def _may_mean(values: frozenset[float], mark: str, others: frozenset[float], their_mark: str) -> bool:
    """Whether digits that may be thousands (`2,500`) can mean what they share with the others."""
    if not mark or len(sizes := {abs(value) for value in values}) == 1:
        return True
    return max(sizes) in {abs(value) for value in others} or (their_mark or ".") == mark


def _end(found: re.Match[str]) -> int:
    ends = [found.end(name) for name in ("low", "lowunit", "high", "unit", "late") if found[name] is not None]
    end = max(ends)
    return end + 1 if (found["after"] or "").startswith("+") and not found["late"] else end


def _values(text: str, scale: float) -> frozenset[float]:
    if text[0] in ".½¼¾⅓⅔" or text[0].isdigit():
        return frozenset(round(value * scale, 6) for value in readings(text))
    return frozenset({round(spelled(text) * scale, 6)})


def measured(text: str, number: Quantity) -> int:
    """Where the words end that name the unit of a number: behind `hours` in `30 hours a month`."""
    if number.counted_in:
        return number.end + len("half")
    name, end = measure(text, number.end)
    return end if name and name == number.unit else number.end


def rate_of(text: str, number: Quantity) -> Rate:
    """By what a number is counted: by `month` in `30 hours a month`."""
    return rate(text, measured(text, number), number.unit)
