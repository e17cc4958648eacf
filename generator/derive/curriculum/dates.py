"""Lays working days over a calendar: weekends, public holidays and the company's days off are skipped."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.areas.rap import Calendar, Rap, Track
from generator.model.playbook import Playbook

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORKING = frozenset(range(5))
LAST = 20_000
"""Working days that are laid over a calendar at most, some eighty years."""


@dataclass(frozen=True)
class WorkCalendar:
    """The days on which people work. `weekdays` are 0 for Monday to 6; `off` names the days without work.

    The public holidays are known from `since`, the first day of the year of the first one, to `until`, the last one;
    both None where none are written down.
    """

    weekdays: frozenset[int] = WORKING
    off: Mapping[datetime.date, str] = field(default_factory=dict)
    until: datetime.date | None = None
    since: datetime.date | None = None

    def works(self, day: datetime.date) -> bool:
        return day.weekday() in self.weekdays and day not in self.off

    def working_days(self, start: datetime.date) -> Iterator[datetime.date]:
        """The working days from `start` on; the first is the next one where nobody works on `start`."""
        day = start
        while True:
            if self.works(day):
                yield day
            day += datetime.timedelta(days=1)

    def between(self, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, str]]:
        """The days off from `first` to `last` that would have been working days, with their names."""
        return [
            (day, name) for day, name in self.off.items() if first <= day <= last and day.weekday() in self.weekdays
        ]


@dataclass(frozen=True)
class Dates:
    """The dates of a plan's working days for somebody who starts on a day."""

    start: datetime.date
    days: tuple[datetime.date, ...]

    @classmethod
    def of(cls, calendar: WorkCalendar, start: datetime.date, last_day: int) -> Dates:
        """The dates of working days 1 to `last_day`."""
        days = calendar.working_days(start)
        return cls(start, tuple(next(days) for _ in range(min(last_day, LAST))))

    def __getitem__(self, day: int) -> datetime.date:
        """The date of a working day, counted from 1; the last one known for days beyond it."""
        return self.days[min(max(day, 1), len(self.days)) - 1]


def calendar_of(playbook: Playbook, track: Track) -> WorkCalendar:
    """The track's calendar with the company's days off; Monday to Friday where it names none."""
    rap = playbook.area(Rap)
    own = next((one for one in playbook.of(Calendar) if one.id == track.calendar), None)
    holidays = own.holidays if own else []
    off = {holiday.on: (holiday.name or "").strip() for holiday in [*rap.days_off, *holidays]}
    weekdays = frozenset(WEEKDAYS.index(day) for day in own.working_days) if own else WORKING
    known = sorted(holiday.on for holiday in holidays)
    since, until = (known[0].replace(month=1, day=1), known[-1]) if known else (None, None)
    return WorkCalendar(weekdays or WORKING, dict(sorted(off.items())), until, since)
