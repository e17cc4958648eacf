"""Keeps account of what the weeks, days and coaches of a plan still hold, and finds the first day with room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.curriculum.result import Cause, Why
from generator.derive.curriculum.task import Curriculum, Task


@dataclass(frozen=True, slots=True)
class Spot:
    """A day, and what stood in the way of earlier ones."""

    day: int
    whys: tuple[Why, ...] = ()


class Room:
    """Minutes of modules by week, minutes set aside for repeating them, modules by day, minutes of coaches by week.

    A module that is larger than a whole week, or than all of its coach's time, gets a week where nothing else is;
    the plan then says that it does not fit.
    """

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._most = max(1, curriculum.topics_a_day)
        self._skip: dict[int, dict[int, int]] = {}
        self._taken: dict[int, int] = {}
        self._full: dict[int, int] = {}
        self.weeks: dict[int, int] = {}
        self.repeating: dict[int, int] = {}
        self.days: dict[int, int] = {}
        self.topics: dict[int, int] = {}
        self.coaches: dict[tuple[str, int], int] = {}

    def put(self, task: Task, day: int) -> None:
        week = self._curriculum.week(day)
        self.weeks[week] = self.weeks.get(week, 0) + task.minutes
        self.days[day] = self.days.get(day, 0) + task.minutes
        self.topics[day] = self.topics.get(day, 0) + 1
        if self.topics[day] == self._most:
            self._taken[week] = self._taken.get(week, 0) + 1
            if self._taken[week] == self._curriculum.days_a_week:
                self._full[week] = week + 1
        if task.coach and task.coach_minutes:
            key = (task.coach, week)
            self.coaches[key] = self.coaches.get(key, 0) + task.coach_minutes
        for after in {after for after in task.refreshers if after > 0}:
            later = self._curriculum.week(self._curriculum.refreshed(day, after))
            self.repeating[later] = self.repeating.get(later, 0) + self._curriculum.refresher_minutes

    def first(self, task: Task, earliest: int, *, even: bool) -> Spot:
        """The first day from `earliest` on that has room. `even` also keeps to an even share of the week each day."""
        week = self._curriculum.week(earliest)
        blocked: dict[Cause, Why] = {}
        skip = self._skip.setdefault(task.minutes, {})
        while True:
            open_ = _open(skip, week)
            if open_ > week:
                blocked[Cause.WEEK] = Why(Cause.WEEK, number=open_ - 1)
                week = open_
            free = _open(self._full, week)
            if free > week:
                blocked[Cause.DAY] = Why(Cause.DAY, number=(free - 1) * self._curriculum.days_a_week)
                week = free
                continue
            why = self._week_blocks(task, week)
            if why is None:
                for day in self._days(week, earliest):
                    if self._day_holds(task, day, even=even):
                        return Spot(day, tuple(blocked.values()))
                    blocked[Cause.DAY] = Why(Cause.DAY, number=day)
            else:
                blocked[why.cause] = why
                if why.cause is Cause.WEEK:
                    skip[week] = week + 1
            week += 1

    def _week_blocks(self, task: Task, week: int) -> Why | None:
        limit = self._curriculum.limit(week)
        held = self.weeks.get(week, 0)
        asked = held + task.minutes + self.repeating.get(week, 0)
        if asked > limit and (held or task.minutes <= limit):
            return Why(Cause.WEEK, number=week)
        capacity = self._curriculum.coaches.get(task.coach)
        taken = self.coaches.get((task.coach, week), 0)
        if capacity is not None and taken and taken + task.coach_minutes > capacity:
            return Why(Cause.COACH, task.coach, week)
        return None

    def _days(self, week: int, earliest: int) -> Iterator[int]:
        first = (week - 1) * self._curriculum.days_a_week + 1
        yield from range(max(first, earliest), first + self._curriculum.days_a_week)

    def _day_holds(self, task: Task, day: int, *, even: bool) -> bool:
        if self.topics.get(day, 0) >= self._most:
            return False
        held = self.days.get(day, 0)
        return not even or not held or held + task.minutes <= self._curriculum.share(self._curriculum.week(day))


def _open(skip: dict[int, int], week: int) -> int:
    """The first week from `week` on that is not known to be full. Weeks only fill up, so a full one is passed by."""
    passed = []
    while week in skip:
        passed.append(week)
        week = skip[week]
    for one in passed:
        skip[one] = week
    return week
