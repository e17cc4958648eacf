"""A day lies so far away that its year is most likely a slip.

2207 for 2027 is quickly typed, and nobody is reminded of it: the deadline never comes.

years_ahead: after so many years a day is far away. 30, since no plan of a sales force looks further, and a day that
means "never" is better left out.
years_back: before so many years it is, too. 100, since a client may be one since 1950, and of older things a playbook
keeps no days.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import SequenceMatcher
from typing import Any

from generator.areas.company import AcceptedFinding
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location
from generator.model.record import Entry, Part

LEVEL = Level.WARNING
Found = tuple[tuple[str | int, ...], datetime.date]


def check(facts: Facts, *, years_ahead: int = 30, years_back: int = 100) -> Iterator[Complaint]:
    now = facts.today.year
    for area in facts.playbook.areas.values():
        for name in type(area).model_fields:
            held = getattr(area, name, None)
            for path, item in _items(held, (name,)):
                owner = item if isinstance(item, Entry) else area
                for way, day in _days(item, () if owner is item else path):
                    if not now - years_back <= day.year <= now + years_ahead:
                        record = owner.id if isinstance(owner, Entry) else ""
                        yield _complaint(owner.at(*way), day, str(way[-1]), facts.today, record)


def _items(held: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(held, list | tuple):
        yield from (((*path, position), item) for position, item in enumerate(held))
    elif isinstance(held, Mapping):
        yield from (((*path, key), item) for key, item in held.items())
    else:
        yield path, held


def _days(value: Any, path: tuple[str | int, ...]) -> Iterator[Found]:
    """The days in `value` and the way to each; how long something is accepted has a check of its own."""
    if isinstance(value, datetime.date):
        yield path, value
    elif isinstance(value, Part) and not isinstance(value, AcceptedFinding):
        for name in type(value).model_fields:
            for way, item in _items(getattr(value, name, None), (*path, name)):
                yield from _days(item, way)


def _complaint(at: Location, day: datetime.date, name: str, today: datetime.date, record: str) -> Complaint:
    years = abs(day.year - today.year)
    likely = _likely(day, today)
    cure = f"write `{likely}`, if that is meant; a day that means never is better left out" if likely else ""
    return Complaint(
        at,
        f"`{name}` is {day}, {years:,} years {'from now' if day > today else 'ago'}",
        help=cure or "mend the year",
        label="far away",
        record=record,
    )


def _likely(day: datetime.date, today: datetime.date) -> str:
    """The day in the year near today's that looks most like what was written, as 2027 like 2207."""
    written = f"{day.year:04}"
    years = sorted(range(today.year - 5, today.year + 11), key=lambda year: abs(year - today.year))
    best = max(years, key=lambda year: (sorted(str(year)) == sorted(written), _alike(str(year), written)))
    with suppress(ValueError):
        return str(day.replace(year=best))
    return ""


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
