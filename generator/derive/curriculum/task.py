"""What the planner is given: the modules of one track as tasks, and how much fits into a week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Task:
    """A module as the planner sees it. Days are working days, counted from 1.

    `needs` are the tasks that come before it. `moment` is the client moment it prepares for. `day` is set where a
    person has chosen it. `refreshers` are calendar days after it.
    """

    id: str
    minutes: int
    needs: tuple[str, ...] = ()
    moment: str = ""
    day: int | None = None
    coach: str = ""
    coach_minutes: int = 0
    refreshers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A client moment and the working day on which it comes; what it needs is learnt on an earlier day."""

    id: str
    day: int


@dataclass(frozen=True)
class Curriculum:
    """All that the plan of one track follows from. A week is as many working days as `days_a_week` says.

    So a week of the plan is a week of work whatever the weekday it begins on, and a holiday makes it longer, not
    fuller. `coaches` are minutes a week by person; whoever is not named has all the time that is asked for.
    """

    tasks: tuple[Task, ...]
    moments: tuple[Moment, ...] = ()
    minutes_a_week: int = 900
    first_week: int = 600
    topics_a_day: int = 3
    refresher_minutes: int = 5
    days_a_week: int = DAYS_A_WEEK
    weeks: int = 12
    coaches: Mapping[str, int] = field(default_factory=dict)
    track: str = ""

    def week(self, day: int) -> int:
        """The week that a working day lies in, counted from 1."""
        return (day - 1) // self.days_a_week + 1

    def limit(self, week: int) -> int:
        """The minutes that fit into a week."""
        return self.first_week if week == 1 else self.minutes_a_week

    def share(self, week: int) -> int:
        """An even day's part of the week."""
        return -(-self.limit(week) // self.days_a_week)

    def refreshed(self, day: int, after: int) -> int:
        """The working day that lies `after` calendar days behind a working day."""
        return day + max(1, round(after * self.days_a_week / 7))

    @cached_property
    def moment_days(self) -> Mapping[str, int]:
        return {moment.id: moment.day for moment in self.moments}

    def due(self, task: Task) -> int | None:
        """The last day on which the task may lie: the day before its client moment."""
        return self.moment_days[task.moment] - 1 if task.moment in self.moment_days else None
