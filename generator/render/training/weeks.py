"""The weeks of a role's programme: which modules lie in each and why, which client moments come, how full it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.areas.rap import Module, Track
from generator.areas.rap.track import ClientMoment
from generator.derive.curriculum import Placement, Plan
from generator.model.record import Entry

LONGEST = 104
"""Weeks of which a page shows empty ones too; a module on day 2,000 must not make hundreds of them."""


@dataclass(frozen=True)
class Lesson:
    """A module on its working day. `opens` are the modules that wait for it."""

    module: Module
    at: Placement
    opens: list[Entry]


@dataclass(frozen=True)
class Week:
    """One week of a programme. `most` is the minutes it may hold; `repeats` are modules that come once more."""

    number: int
    minutes: int
    most: int
    lessons: list[Lesson]
    repeats: list[Entry]
    moments: list[tuple[int, ClientMoment]]


def weeks_of(track: Track, plan: Plan, shown: Mapping[str, Entry]) -> list[Week]:
    """Every week of the programme up to two years, and later ones that hold a module."""
    made = []
    last = max(track.weeks, plan.last_week)
    for week in plan.weeks:
        lessons = [_lesson(one, shown) for one in plan.in_week(week.number) if one.module in shown]
        coming = [one for one in plan.moments if week.first_day <= one.day <= week.last_day and one.id in shown]
        moments = [(one.day, shown[one.id]) for one in sorted(coming, key=lambda one: one.day)]
        if lessons or moments or week.number <= min(last, LONGEST):
            known = [(day, one) for day, one in moments if isinstance(one, ClientMoment)]
            again = [shown[one.module] for one in plan.refreshers if one.week == week.number and one.module in shown]
            made.append(Week(week.number, week.minutes, week.limit, lessons, again, known))
    return made


def loads_of(plan: Plan) -> list[tuple[int, int]]:
    """The minutes of each week and what it may hold, by number from the first, up to two years."""
    known = {week.number: (week.minutes, week.limit) for week in plan.weeks if week.number <= LONGEST}
    return [known.get(number, (0, 0)) for number in range(1, max(known, default=0) + 1)]


def _lesson(placement: Placement, shown: Mapping[str, Entry]) -> Lesson:
    module = shown[placement.module]
    assert isinstance(module, Module)
    return Lesson(module, placement, [shown[id] for id in placement.blocks if id in shown])
