"""Puts the refreshers of a plan on days that still hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.curriculum.result import Placement, Refresher
from generator.derive.curriculum.task import Curriculum

SLIP = 10
"""Working days that a refresher may wait for room; after that it stays where it belongs and the week is too full."""


def place_refreshers(curriculum: Curriculum, placements: Sequence[Placement]) -> list[Refresher]:
    """The refreshers in the order of their days. They never push a module away."""
    held: dict[int, int] = {}
    for placement in placements:
        held[placement.week] = held.get(placement.week, 0) + placement.minutes
    tasks = {task.id: task for task in curriculum.tasks}
    found = []
    for placement in placements:
        for after in sorted({after for after in tasks[placement.module].refreshers if after > 0}):
            day = _with_room(curriculum, held, curriculum.refreshed(placement.day, after))
            week = curriculum.week(day)
            held[week] = held.get(week, 0) + curriculum.refresher_minutes
            found.append(Refresher(placement.module, after, day, week, curriculum.refresher_minutes))
    return sorted(found, key=lambda refresher: (refresher.day, refresher.module, refresher.after))


def _with_room(curriculum: Curriculum, held: dict[int, int], target: int) -> int:
    days = (day for day in _days(curriculum, target) if _fits(curriculum, held, curriculum.week(day)))
    return next(days, target)


def _days(curriculum: Curriculum, target: int) -> Iterator[int]:
    """The day itself, then the first days of the weeks behind it."""
    yield target
    last = target + SLIP
    yield from range(curriculum.week(target) * curriculum.days_a_week + 1, last + 1, curriculum.days_a_week)


def _fits(curriculum: Curriculum, held: dict[int, int], week: int) -> bool:
    return held.get(week, 0) + curriculum.refresher_minutes <= curriculum.limit(week)
