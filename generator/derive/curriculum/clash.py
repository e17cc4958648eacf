"""Names the wishes that a plan could not fulfil, and by how much."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from generator.derive.curriculum.result import Cause, Clash, Misfit, Placement, Week
from generator.derive.curriculum.task import Curriculum

REASONS = frozenset({Cause.HAND, Cause.NEED, Cause.WEEK, Cause.DAY, Cause.COACH, Cause.PACE})
"""What can keep a module from an earlier day."""


def find_clashes(
    curriculum: Curriculum,
    placements: Sequence[Placement],
    weeks: Sequence[Week],
    circles: Sequence[tuple[str, ...]],
) -> Iterator[Clash]:
    """Circles first, then days, needs and moments in the order of the plan, then weeks, coaches and the whole."""
    for circle in circles:
        yield Clash(Misfit.CIRCLE, circle)
    yield from _beginnings(curriculum)
    yield from _days(curriculum, placements)
    yield from _needs(placements)
    yield from _moments(curriculum, placements)
    in_week = _by_week(placements)
    for week in weeks:
        modules = tuple(placement.module for placement in in_week.get(week.number, ()))
        if week.minutes > max(0, week.limit):
            yield Clash(Misfit.WEEK, modules, number=week.number, found=week.minutes, limit=max(0, week.limit))
        yield from _coaches(curriculum, week, in_week.get(week.number, ()))
    yield from _programme(curriculum, placements)


def _beginnings(curriculum: Curriculum) -> Iterator[Clash]:
    for task in sorted(curriculum.tasks, key=lambda task: task.id):
        if task.day is not None and task.day < 1:
            yield Clash(Misfit.BEGINNING, (task.id,), number=1, found=1, limit=task.day)


def _days(curriculum: Curriculum, placements: Sequence[Placement]) -> Iterator[Clash]:
    on_day: dict[int, list[str]] = {}
    for placement in placements:
        on_day.setdefault(placement.day, []).append(placement.module)
    limit = max(1, curriculum.topics_a_day)
    for day, modules in on_day.items():
        if len(modules) > limit:
            yield Clash(Misfit.DAY, tuple(modules), number=day, found=len(modules), limit=limit)


def _needs(placements: Sequence[Placement]) -> Iterator[Clash]:
    days = {placement.module: placement.day for placement in placements}
    for placement in placements:
        for need in placement.needs:
            if days[need] > placement.day:
                yield Clash(
                    Misfit.NEED,
                    (placement.module,),
                    subject=need,
                    number=placement.day,
                    found=days[need],
                    limit=placement.day,
                )


def _moments(curriculum: Curriculum, placements: Sequence[Placement]) -> Iterator[Clash]:
    wanted = _wanted(curriculum, placements)
    days = list(wanted)
    for placement in placements:
        if placement.late and placement.due is not None:
            by_then = wanted[days[bisect_right(days, placement.due + 1) - 1]]
            yield Clash(
                Misfit.MOMENT,
                (placement.module,),
                subject=placement.moment,
                number=placement.due + 1,
                found=placement.day,
                limit=placement.due,
                wanted=by_then,
                room=_room(curriculum, placement.due),
                whys=tuple(why for why in placement.whys if why.cause in REASONS),
            )


def _wanted(curriculum: Curriculum, placements: Sequence[Placement]) -> Mapping[int, int]:
    """The minutes of all modules due by the day of each client moment, in the order of the days."""
    due: dict[str, int] = {}
    for placement in placements:
        due[placement.moment] = due.get(placement.moment, 0) + placement.minutes
    moments = sorted(curriculum.moments, key=lambda moment: moment.day)
    sums = accumulate(due.get(moment.id, 0) for moment in moments)
    return {moment.day: minutes for moment, minutes in zip(moments, sums, strict=True)}


def _room(curriculum: Curriculum, days: int) -> int:
    """The minutes that fit into the first `days` working days; a week that is cut off counts by its days."""
    if days < 1:
        return 0
    whole, rest = divmod(days, curriculum.days_a_week)
    room = max(0, whole - 1) * curriculum.minutes_a_week + (curriculum.first_week if whole else 0)
    return room + rest * curriculum.limit(whole + 1) // curriculum.days_a_week


def _by_week(placements: Sequence[Placement]) -> Mapping[int, list[Placement]]:
    found: dict[int, list[Placement]] = {}
    for placement in placements:
        found.setdefault(placement.week, []).append(placement)
    return found


def _coaches(curriculum: Curriculum, week: Week, placements: Sequence[Placement]) -> Iterator[Clash]:
    for coach, minutes in week.coaches.items():
        capacity = curriculum.coaches.get(coach)
        if capacity is not None and minutes > capacity:
            modules = tuple(placement.module for placement in placements if placement.coach == coach)
            yield Clash(Misfit.COACH, modules, subject=coach, number=week.number, found=minutes, limit=capacity)


def _programme(curriculum: Curriculum, placements: Sequence[Placement]) -> Iterator[Clash]:
    beyond = tuple(placement.module for placement in placements if placement.week > curriculum.weeks)
    if beyond:
        yield Clash(Misfit.WEEKS, beyond, found=placements[-1].week, limit=curriculum.weeks)
