"""Names the wishes that a plan could not fulfil, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.derive.curriculum.result import Cause, Clash, Misfit, Placement, Shortfall, Week
from generator.derive.curriculum.shortfall import shortfall
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
    placed = {placement.module: placement for placement in placements}
    yield from _needs(curriculum, placed)
    yield from _moments(curriculum, placed)
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


def _needs(curriculum: Curriculum, placed: Mapping[str, Placement]) -> Iterator[Clash]:
    for placement in placed.values():
        for need in placement.needs:
            if placed[need].day > placement.day:
                chosen = placed[need].by_hand or bool(shortfall(curriculum, placed, [need], placement.day))
                yield Clash(
                    Misfit.NEED,
                    (placement.module,),
                    subject=need,
                    number=placement.day,
                    found=placed[need].day,
                    limit=placement.day,
                    proven=chosen,
                )


def _moments(curriculum: Curriculum, placed: Mapping[str, Placement]) -> Iterator[Clash]:
    short: dict[int, tuple[Shortfall, ...]] = {}
    for placement in placed.values():
        if not placement.late or placement.due is None:
            continue
        due = placement.due
        if due not in short:
            wanted = [one.module for one in placed.values() if one.due is not None and one.due <= due]
            short[due] = shortfall(curriculum, placed, wanted, due) if due > 0 else ()
        yield Clash(
            Misfit.MOMENT,
            (placement.module,),
            subject=placement.moment,
            number=due + 1,
            found=placement.day,
            limit=due,
            whys=tuple(why for why in placement.whys if why.cause in REASONS),
            shorts=() if placement.by_hand else short[due],
            proven=placement.by_hand or due < 1 or bool(short[due]),
        )


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
    beyond = [placement for placement in placements if placement.week > curriculum.weeks]
    if beyond:
        placed = {placement.module: placement for placement in placements}
        last = curriculum.weeks * curriculum.days_a_week
        yield Clash(
            Misfit.WEEKS,
            tuple(placement.module for placement in beyond),
            found=placements[-1].week,
            limit=curriculum.weeks,
            proven=any(one.by_hand for one in beyond) or bool(shortfall(curriculum, placed, placed, last)),
        )
