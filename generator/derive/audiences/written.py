"""The ways in which pages write a number or a day, as the words that are left when case and signs are gone."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from functools import cache

from babel.dates import get_month_names

Words = tuple[str, ...]

SMALLEST = 1000
YEARS = range(1900, 2101)
"""Smaller numbers and years stand on every page."""
LANGUAGES = ("en", "nb")
SHORT = (
    (1_000, ("k",), ("thousand", "tusen")),
    (1_000_000, ("m", "mn"), ("million", "millions", "mill", "mn", "millioner")),
    (1_000_000_000, ("bn",), ("billion", "billions", "bn", "mrd", "milliarder")),
)
"""What stands for the noughts: letters right behind the number, words beside it."""
MOST = 100_000
"""`48,350k` is still said, `480,000k` is not."""
FIGURES = 2
"""That a short number has at least: `2m` is in every drawing and `5k` in every program."""
MINUTES = 90
"""Up to here `30m` is a time or a way."""


def ways_of_number(value: float) -> frozenset[Words]:
    """Whole, rounded up or down: `38000`."""
    rounded = {math.floor(value), math.floor(value + 0.5)}
    return frozenset((str(whole),) for whole in rounded if whole >= SMALLEST and whole not in YEARS)


def short_ways_of_number(value: float) -> frozenset[Words]:
    """`38k`, `1.2M`, `7.25 million`, as long as nothing is rounded away."""
    return frozenset(_short(value))


def _short(value: float) -> Iterator[Words]:
    for unit, letters, names in SHORT:
        count = round(value / unit, 2)
        figures = tuple(f"{count:g}".split("."))
        if not 1 <= count < MOST or abs(count * unit - value) > 0.5 or sum(map(len, figures)) < FIGURES:
            continue
        said = [letter for letter in letters if letter != "m" or len(figures) > 1 or count > MINUTES]
        yield from ((*figures[:-1], figures[-1] + letter) for letter in said)
        yield from ((*figures, name) for name in names)


def ways_of_day(day: datetime.date) -> frozenset[Words]:
    """`2027-04-14`, `14 April 2027`, `April 14, 2027`, `14 Apr 2027`, and the same with Norwegian months."""
    number, year = str(day.day), str(day.year)
    two = (f"{day.month:02}", f"{day.day:02}")
    named = {way for month in _months(day.month) for way in ((number, month, year), (month, number, year))}
    return frozenset({(year, *two), (*reversed(two), year), (number, str(day.month), year), *named})


@cache
def _months(number: int) -> frozenset[str]:
    names = (get_month_names(width, locale=one)[number] for one in LANGUAGES for width in ("wide", "abbreviated"))
    return frozenset(name.casefold().rstrip(".") for name in names)
