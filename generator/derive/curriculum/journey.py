"""The plan of one hire: a track's plan laid over the calendar from a first day on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import islice

from generator.areas.rap import Track
from generator.areas.rap.track import Gate
from generator.derive.curriculum.collect import curriculum_of
from generator.derive.curriculum.dates import Dates, WorkCalendar, calendar_of
from generator.derive.curriculum.place import plan
from generator.derive.curriculum.result import Plan
from generator.model.playbook import Playbook


@dataclass(frozen=True)
class Journey:
    """A plan with its dates: `dates[placement.day]` is the date of a module."""

    playbook: Playbook
    track: Track
    plan: Plan
    calendar: WorkCalendar
    dates: Dates

    def name(self, id_: str) -> str:
        """What people call the record with that id."""
        entry = self.playbook.entries.get(id_)
        return entry.label if entry else id_

    def gate_date(self, gate: Gate) -> datetime.date:
        """A gate's calendar day, from the first working day; days off move it, since nobody comes further on them."""
        first = self.dates[1]
        nominal = (first + datetime.timedelta(days=passed) for passed in range(max(0, gate.day)))
        worked = sum(day.weekday() in self.calendar.weekdays for day in nominal)
        return next(islice(self.calendar.working_days(first), worked, None))

    def off(self) -> list[tuple[datetime.date, str]]:
        """The days off between the first day and the last module."""
        if not self.plan.placements:
            return []
        return self.calendar.between(self.dates.start, self.dates[self.plan.last_day])

    def unknown_holidays(self) -> datetime.date | None:
        """The day after which the calendar knows no holidays, where the modules last longer than that."""
        until = self.calendar.until
        if until is None or not self.plan.placements or self.dates[self.plan.last_day] <= until:
            return None
        return until

    def starts_before_holidays(self) -> datetime.date | None:
        """The day from which the calendar knows holidays, where the hire starts before it."""
        since = self.calendar.since
        return since if since is not None and self.dates.start < since else None


def journey_of(playbook: Playbook, track: Track, start: datetime.date, today: datetime.date) -> Journey:
    """The journey of somebody who starts on `start`, with the modules that hold on `today`."""
    made = plan(curriculum_of(playbook, track, today))
    calendar = calendar_of(playbook, track)
    days = [*(week.last_day for week in made.weeks), *(moment.day for moment in made.moments)]
    return Journey(playbook, track, made, calendar, Dates.of(calendar, start, max(1, *days)))
