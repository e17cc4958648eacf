"""Reads the numbers in a text as value, unit and qualifier, and leaves years, versions and list numbers alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.beginning import BETWEEN, LABELS, MAY_BEGIN
from generator.drift.numbers.claimed import counts
from generator.drift.numbers.clock import CLOCK, TIME_OF_DAY, times
from generator.drift.numbers.day import Day, day_at, day_in_figures, days_and_months, end_of_day
from generator.drift.numbers.figure import (
    MAGNITUDE,
    MONTHS,
    ROUND,
    SOME_MONEY,
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
from generator.drift.numbers.qualifier import AFTER, bound_after, bound_before, bound_behind, edge, qualifier_after
from generator.drift.numbers.sign import MINUS, SIGN, is_bullet, sign, sign_of_degrees, signed

_VALUE = (
    r"\d{1,3}(?:[,.'’_\u00a0\u202f\u2009 ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,]\d+)?|\.\d+"
)
_CURRENCY = r"(?:(?<!\w)(?:US|CA?|AU?|NZ|HK|SG?)\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|NOK|SEK|DKK)\s|\bkr\.?(?=\s?\d))"
_SKIP = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d])"  # dates
    r"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?=\s(?-i:[a-zæøåäöü]))"  # 15.12.
    r"|(?!\d{1,3}(?:\.\d{3}){2,}(?![\w.]))\d+(?:\.\d+){2,}\w*"  # 1.9.1, but not 1.250.000
    r"|\d+\.\d+(?=\s(?:release|version)s?\b)"
    r"|\d{1,2}:\d{2}(?::\d{2})?"  # times
    r"|\d+/\d++(?!\sof\b)"  # 24/7
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\#\d+|\[\d{1,3}\]"
    r"|^[ \t]*\d{1,3}[.)](?=\s)"  # list markers
    rf"|\b{LABELS}\s*\d+(?:\.\d+)*\b"
)
_ONE = rf"(?:(?:{_VALUE})(?:{FRACTION})?|[½¼¾⅓⅔])(?:{MAGNITUDE})?|(?:{SPELLED})"
_QUANTITY = re.compile(
    rf"{MAY_BEGIN}(?:(?P<skip>(?P<clock>{TIME_OF_DAY})|{_SKIP})"
    rf"|(?P<between>{BETWEEN}\s+)?(?P<sign>{SIGN})(?:(?P<money>{_CURRENCY})\s*)?(?<![\w.%])(?P<low>{_ONE})(?:{ROUND}(?=\s?(?:€|kr\b|kroner\b|EUR\b|Euros?\b|NOK\b|SEK\b|DKK\b|CHF\b)))?(?P<lowunit>{UNIT})?"
    rf"(?:(?:\s?[-‐‑–—]\s?|\s+(?(between)(?:and|to|og|und)|(?:to|bis|til))\s+)(?P<sign2>[{MINUS}+]|(?:minus|plus)\s+)?(?P<money2>{_CURRENCY})?(?P<high>{_ONE}))?"
    rf"(?P<unit>{UNIT})?(?P<after>{AFTER})?(?P<late>(?<=\+){UNIT})?)",
    re.IGNORECASE | re.MULTILINE,
)
_IS_ROUND = re.compile(ROUND)
_FIGURES = re.compile(r"\s*(\d{1,2})(?:st|nd|rd|th|\.)\Z", re.IGNORECASE)
_RATIO = re.compile(r"(\d+)/(\d+)")
_MARK = re.compile(r"[.,](?=\d)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}|\^\d{1,2}(?![\w.^])")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "^")
"""Behind a ten, raised digits may mark a footnote (`10³ countries`) or be its power: both are readings of it."""


def quantities(text: str, lo: int = 0, hi: int | None = None) -> Iterator[Quantity]:
    """The numbers between `lo` and `hi` that a claim may rest on, from left to right.

    `ninety (90)` is one, and so is `9 out of 10`.
    """
    end = len(text) if hi is None else hi
    waiting: Quantity | None = None
    reach = 0
    for found in _QUANTITY.finditer(text, lo, end):
        if found.start() < reach:  # the power in `10^6`, the year in `1 March 2027`
            continue
        day = _day(text, found)
        number = _read(text, found, day)
        if number is None:
            continue
        both = waiting and as_one(text, waiting, number)
        if waiting and not both:
            yield waiting
        waiting = both or number
        reach = max(waiting.end, day.reach if day else 0)
    if waiting:
        yield waiting


def _day(text: str, found: re.Match[str]) -> Day | None:
    """The day of a month that figures are which nothing else follows than its name."""
    if found["skip"] is not None:
        figures = _FIGURES.match(found["skip"])
        both = day_in_figures(text, *found.span("skip"))
        if both or figures is None:
            return both
        start = found.start("skip") + figures.start(1)
        return day_at(text, start, start + len(figures[1]), (int(figures[1]),) * 2)
    low, high = found["low"], found["high"] or found["low"]
    is_plain = len(low) <= 2 >= len(high) and low.isdigit() and high.isdigit()
    if not is_plain or any(found[part] for part in ("money", "lowunit", "money2", "sign2", "unit", "after", "between")):
        return None
    return day_at(text, found.start("low"), found.end("high" if found["high"] else "low"), (int(low), int(high)))


def _read(text: str, found: re.Match[str], day: Day | None) -> Quantity | None:
    """The number of a claim, or the time, the day or the share in a notation of its own; none for any other figures."""
    if day:
        return _of_a_day(text, day)
    if found["clock"] is not None:
        low, high = times(found["clock"])
        return _with_bound(text, Quantity(*found.span("clock"), low, high, CLOCK, ""))
    if found["skip"] is not None:
        share_ = _RATIO.fullmatch(found["skip"])
        part, whole = map(int, share_.groups()) if share_ else (0, 0)
        days = days_and_months(found["skip"]) if share_ else ()
        if not 0 < part < whole and not days:
            return None
        values, shared_by = percent(part / whole), "of" if part < whole else ""
        return _with_bound(text, Quantity(*found.span("skip"), values, values, "%", "", shared_by=shared_by, days=days))
    return as_share(text, _quantity(text, found)) if counts(text, found) else None


def _of_a_day(text: str, day: Day) -> Quantity:
    low, high = (frozenset({float(each)}) for each in day.days)
    number = Quantity(day.start, day.end, low, high, day.month, "", also=day.said, year=day.year, days=day.readings)
    return _with_bound(text, number)


def _with_bound(text: str, number: Quantity) -> Quantity:
    bound = bound_before(text, number.start)
    words = text[bound.start : bound.end]
    if not bound.name or not any(map(str.isalpha, words)):
        return replace(number, start=bound.start, qualifier=bound.name, sign=words.strip())
    return replace(number, qualifier=bound.name, is_worded=True, edge=edge(words))


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    low, high = found["low"], found["high"] or found["low"]
    unit = unit_name(found["unit"] or found["late"] or found["lowunit"] or "", found["money"] or found["money2"] or "")
    first_unit = unit_name(found["lowunit"] or "", found["money"] or "") if found["high"] else ""
    scale = magnitude(high)
    start, end = found.start("money" if found["money"] else "low"), _end(found)
    said = sign(found["sign"]) or sign_of_degrees(text, end)[0]
    listed = sign(found["sign"]) == "-" and not unit.startswith("°") and is_bullet(text, found.start("sign"))
    if found["sign"] and not listed:
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
    said_behind = found["after"] or (text[slice(*behind[1:])] if behind else "")
    counted_in = "" if low[0].isdigit() else span(low)
    if counted_in:
        end -= len("half")
    if low.lower() == "twice":
        unit = "x"
    shared = 0.0 if unit or low[0].isdigit() else share(low)
    if shared:
        values = percent(shared)
        return Quantity(start, end, values, values, "%", bound.name, is_worded)
    unit = unit or counted_in or _unit_behind(text, raised.end() if raised else found.end())
    return Quantity(
        start=start,
        end=raised.end() if raised else end,
        low=signed(_values(low, scale if magnitude(low) == 1 else 1) | also, said, may_be_none=listed),
        high=signed(
            _values(high, 1) | also,
            (sign(found["sign2"]) or sign_of_degrees(text, end)[0]) if found["high"] else said,
            may_be_none=listed,
        ),
        unit=unit,
        qualifier=bound.name or qualifier_after(found["after"] or "") or (behind.name if behind else ""),
        is_worded=is_worded,
        sign="" if is_worded else text[bound.start : bound.end].strip(),
        counted_in=counted_in,
        edge=edge(text[bound.start : bound.end] if bound.name else said_behind),
        behind=behind[1:] if behind and behind.name else (0, 0),
        mark=marks[-1] if (marks := _MARK.findall(high)) else "",
        power=power,
        first_unit=first_unit if first_unit != unit else "",
        days=() if unit or found["sign"] or found["high"] else days_and_months(low),
    )


def _unit_behind(text: str, end: int) -> str:
    """The unit that the words behind a number name; `490,-` is money, whatever its currency."""
    return SOME_MONEY if _IS_ROUND.match(text, end) else measure(text, end)[0]


def _end(found: re.Match[str]) -> int:
    ends = [found.end(name) for name in ("low", "lowunit", "high", "unit", "late") if found[name] is not None]
    end = max(ends)
    return end + 1 if (found["after"] or "").startswith("+") and not found["late"] else end


def _values(text: str, scale: float) -> frozenset[float]:
    if text[0] in ".½¼¾⅓⅔" or text[0].isdigit():
        return frozenset(round(value * scale, 6) for value in readings(text))
    return frozenset({round(spelled(text) * scale, 6)})


def measured(text: str, number: Quantity) -> int:
    """Where the words end that name the unit of a number: behind `hours` in `30 hours a month`, `6 or more hours`."""
    if number.counted_in:
        return number.end + len("half")
    if number.unit in MONTHS:
        return end_of_day(text, number.end)
    name, end = measure(text, number.end + len(bound_after(text, number.end)))
    return end if name and name == number.unit else number.end


def rate_of(text: str, number: Quantity) -> Rate:
    """By what a number is counted: by `month` in `30 hours a month`."""
    return rate(text, measured(text, number), number.unit)
