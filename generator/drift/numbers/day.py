"""Reads the day of a month in every notation: `1 March`, `March 1st`, `the 1st of March`, `1. mars`, `01.03.2027`."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.drift.numbers.figure import MONTHS

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?![\w]|[.,]\d))?"
_ORDINAL = r"(?:st|nd|rd|th)\b"
_BEHIND = re.compile(rf"(?P<mark>{_ORDINAL}(?:\s+of)?|\.)?\s{{0,2}}(?P<month>{_NAMES})\b\.?{_YEAR}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\d\s)(?<!\d\.\s)(?<!\bin\s)\b(?P<month>{_NAMES})\.?\s+\Z", re.IGNORECASE)
_REST = re.compile(rf"(?:{_ORDINAL})?(?![\w%])(?!\s?[%€$£])(?![.,:/]\d)", re.IGNORECASE)
_YEAR_BEHIND = re.compile(_YEAR)
SHORT = r"(?P<short>0?[1-9]|[12]\d|3[01])\.(?P<short_month>0?[1-9]|1[0-2])\."
"""A day without a year. In the midst of a sentence no decimal has a full stop behind it."""
_FIGURES = re.compile(
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)?\d\d)"
    rf"|{SHORT}"
    r"|(?P<iso>(?:19|20)\d\d)(?P<iso_mark>[-/])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)"
)
_PARTED = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/-])(?P<other>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})|(?P<day>\d{1,2})\.(?P<month>\d{1,2})"
)
_SPELLED = tuple(dict.fromkeys(MONTHS.values()))
_ENGLISH = frozenset({"january", "february", "march", "may", "june", "july", "october", "december"})
"""English puts no full stop behind a day: `We serve 12. March was our best month.`"""
_ALSO_WORDS = frozenset(
    {"may", "march", *(name for name in MONTHS if len(name) <= 4)} - {"mai", "mars", "juni", "juli"}
)
"""Without a capital or a full stop before it, no month: `1 mars` is a day, `2 des` is none."""


class Day(NamedTuple):
    """A day, or the `days` from one to another, as written: the number is `start` to `end`, month and year to `reach`.

    `said` are the words for the month and the year where they stand within the number or before it. `readings` are
    the days and months that figures with a slash may be.
    """

    start: int
    end: int
    reach: int
    days: tuple[int, int]
    month: str
    year: str
    said: tuple[str, ...] = ()
    readings: tuple[tuple[float, str], ...] = ()


def day_at(text: str, start: int, end: int, days: tuple[int, int]) -> Day | None:
    """The days of a month whose figures are `text[start:end]`, with the month behind or before them."""
    if not 1 <= days[0] <= days[1] <= 31:
        return None
    behind = _BEHIND.match(text, end)
    if behind and (month := _month(behind["month"], behind["mark"] or "")):
        return Day(
            start, behind.end("mark") if behind["mark"] else end, behind.end(), days, month, behind["year"] or ""
        )
    before, rest = _BEFORE.search(text, max(0, start - 12), start), _REST.match(text, end)
    if before is None or rest is None or not before["month"][0].isupper():
        return None
    month, year = MONTHS[before["month"].lower()], _YEAR_BEHIND.match(text, rest.end())
    reach, written = (year.end(), year["year"] or "") if year else (rest.end(), "")
    return Day(before.start(), rest.end(), reach, days, month, written, (month,))


def day_in_figures(text: str, start: int, end: int) -> Day | None:
    """The day that `01.03.2027` or `2027-03-01` is, or `15/12`; of two that it may be the one with the day first."""
    found = _FIGURES.fullmatch(text, start, end)
    if found is None:
        return _day_with_slashes(text, start, end)
    day = int(found["day"] or found["short"] or found["iso_day"])
    month = int(found["month"] or found["short_month"] or found["iso_month"])
    year = _full(found["year"] or found["iso"] or "")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    said = _SPELLED[month - 1], *filter(None, (year,))
    return Day(start, end, end, (day, day), _SPELLED[month - 1], year, said)


def days_and_months(written: str) -> tuple[tuple[float, str], ...]:
    """The days and months that `10/12`, `12/15` or `10.12` may be: the British put the day first, Americans the month.

    `24/7` is none: it says that nobody ever closes.
    """
    found = _PARTED.fullmatch(written)
    if found is None or written == "24/7":
        return ()
    one, other = [int(each) for each in found.groups() if each and each.isdigit()][:2]
    orders = ((one, other),) if found["day"] or one == other else ((one, other), (other, one))
    return tuple((float(day), _SPELLED[month - 1]) for day, month in orders if 1 <= day <= 31 and 1 <= month <= 12)


def _day_with_slashes(text: str, start: int, end: int) -> Day | None:
    """The day that `10/12/2026` or `10-12-26` is; of two that it may be the British one."""
    found, readings = _PARTED.fullmatch(text, start, end), days_and_months(text[start:end])
    if found is None or not found["year"] or not readings:
        return None
    (day, month), year = readings[0], _full(found["year"])
    return Day(start, end, end, (int(day), int(day)), month, year, (month, year), readings)


def _full(year: str) -> str:
    """A year in four figures: 2026 for `26`."""
    return f"20{year}" if len(year) == 2 else year


def end_of_day(text: str, end: int) -> int:
    """Where the words end that say month and year behind the number of a day."""
    found = _BEHIND.match(text, end) or _YEAR_BEHIND.match(text, end)
    return found.end() if found else end


def _month(word: str, mark: str) -> str:
    """The name of a month behind a day: a capital or a mark between tells `1 March` and `1. mars` from `5 may`."""
    name = word.lower()
    if mark == ".":
        return "" if name in _ENGLISH else MONTHS[name]
    return MONTHS[name] if word[0].isupper() or mark or name not in _ALSO_WORDS else ""
