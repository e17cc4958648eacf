"""Puts the modules of a track on working days: those with a day of their own first, then what is due first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from generator.derive.curriculum.clash import find_clashes
from generator.derive.curriculum.order import Order, find_order
from generator.derive.curriculum.refresh import place_refreshers
from generator.derive.curriculum.result import Cause, Placement, Plan, Week, Why
from generator.derive.curriculum.room import Room
from generator.derive.curriculum.search import search
from generator.derive.curriculum.task import Curriculum, Task

AHEAD = 4
"""Weeks before a client moment in which its modules are placed where that is possible. What is not used is forgotten:
Ebbinghaus saved a fifth of the work of learning again after 31 days (1885; repeated by Murre and Dros, 2015)."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How strictly to place: not more than `ahead` weeks early, and no more than an even share each day."""

    ahead: int | None
    even: bool


WAYS = (_Way(AHEAD, True), _Way(2 * AHEAD, True), _Way(None, True), _Way(AHEAD, False), _Way(None, False))
"""From the kindest to the hardest; a harder one is taken only where a kinder one comes too late for somebody."""


@dataclass(frozen=True)
class _Attempt:
    days: Mapping[str, int]
    whys: Mapping[str, tuple[Why, ...]]
    late: Mapping[str, int]
    """The days by which each module comes too late, as far as another way or order could avoid it."""


def plan(curriculum: Curriculum) -> Plan:
    """The plan of the curriculum: the same for the same tasks, in whatever order they come.

    No module lies before one it needs, no week, day or coach holds more than its limit and no module lies after its
    client moment; whatever of this does not hold is in `clashes`.
    """
    order = find_order(curriculum)
    tasks = {task.id: task for task in curriculum.tasks}
    attempt = _best(curriculum, order, tasks)
    rank = {id_: position for position, id_ in enumerate(order.ids)}
    ids = sorted(order.ids, key=lambda id_: (attempt.days[id_], rank[id_]))
    placements = tuple(_placement(curriculum, tasks[id_], order, attempt) for id_ in ids)
    refreshers = tuple(place_refreshers(curriculum, placements))
    weeks = tuple(_weeks(curriculum, placements, {(r.week, r.module, r.after): r.minutes for r in refreshers}))
    moments = tuple(sorted(curriculum.moments, key=lambda moment: (moment.day, moment.id)))
    clashes = tuple(find_clashes(curriculum, placements, weeks, order.circles))
    return Plan(curriculum.track, placements, refreshers, weeks, moments, clashes)


def _best(curriculum: Curriculum, order: Order, tasks: Mapping[str, Task]) -> _Attempt:
    """The kindest way that makes nobody late; where there is none, the order found to make people least late."""
    best = None
    for way in WAYS:
        attempt = _attempt(curriculum, order, tasks, way)
        if not attempt.late:
            return attempt
        best = _better(best, attempt)
    assert best is not None  # there is more than one way

    known: dict[tuple[str, ...], Mapping[str, int]] = {}  # of few modules there are fewer orders than are asked for

    def try_(tried: Order) -> Mapping[str, int]:
        nonlocal best
        if tried.ids not in known:
            attempt = _attempt(curriculum, tried, tasks, WAYS[-1])
            best = _better(best, attempt)
            known[tried.ids] = attempt.late
        return known[tried.ids]

    search(curriculum, order, best.late, try_)
    return best


def _better(one: _Attempt | None, other: _Attempt) -> _Attempt:
    return other if one is None or sum(other.late.values()) < sum(one.late.values()) else one


def _attempt(curriculum: Curriculum, order: Order, tasks: Mapping[str, Task], way: _Way) -> _Attempt:
    room = Room(curriculum)
    days: dict[str, int] = {}
    for id_ in order.ids:
        chosen = tasks[id_].day
        if chosen is not None:
            days[id_] = max(1, chosen)
            room.put(tasks[id_], days[id_])
    whys: dict[str, tuple[Why, ...]] = {}
    for id_ in order.ids:
        if id_ not in days:
            earliest, because = _earliest(curriculum, id_, order, days, way)
            spot = room.first(tasks[id_], earliest, even=way.even)
            days[id_], whys[id_] = spot.day, (*because, *spot.whys)
            room.put(tasks[id_], spot.day)
    return _Attempt(days, whys, _lateness(curriculum, order, tasks, days))


def _earliest(
    curriculum: Curriculum, id_: str, order: Order, days: Mapping[str, int], way: _Way
) -> tuple[int, tuple[Why, ...]]:
    """The first day to try, and the reason that it is not the first of all."""
    need = max(order.needs[id_], key=lambda need: (days[need], need), default="")
    after = days[need] if need else 1
    urgency = order.urgency[id_]
    paced = 1 if way.ahead is None or urgency == inf else int(urgency) + 1 - way.ahead * curriculum.days_a_week
    if paced > after:
        return paced, (Why(Cause.PACE, number=paced),)
    return after, (Why(Cause.NEED, need, after),) if need else ()


def _lateness(
    curriculum: Curriculum, order: Order, tasks: Mapping[str, Task], days: Mapping[str, int]
) -> Mapping[str, int]:
    """What hand-placed modules are late by on their own is nobody's to avoid, and does not count."""
    late: dict[str, int] = {}
    for id_ in order.ids:
        if tasks[id_].day is not None:
            for need in order.needs[id_]:
                if tasks[need].day is None and days[need] > days[id_]:
                    late[need] = max(late.get(need, 0), days[need] - days[id_])
        elif (due := curriculum.due(tasks[id_])) is not None and days[id_] > due:
            late[id_] = max(late.get(id_, 0), days[id_] - due)
    return late


def _placement(curriculum: Curriculum, task: Task, order: Order, attempt: _Attempt) -> Placement:
    day = attempt.days[task.id]
    due = curriculum.due(task)
    return Placement(
        module=task.id,
        day=day,
        week=curriculum.week(day),
        minutes=task.minutes,
        whys=tuple(_whys(task, due, attempt.whys.get(task.id, ()))),
        by_hand=task.day is not None,
        moment=task.moment if due is not None else "",
        due=due,
        needs=order.needs[task.id],
        blocks=order.blocks[task.id],
        coach=task.coach,
        coach_minutes=task.coach_minutes,
    )


def _whys(task: Task, due: int | None, found: tuple[Why, ...]) -> Iterator[Why]:
    if task.day is not None:
        yield Why(Cause.HAND, number=task.day)
    if due is not None:
        yield Why(Cause.MOMENT, task.moment, due + 1)
    elif task.day is None:
        yield Why(Cause.FREE)
    yield from found


def _weeks(
    curriculum: Curriculum, placements: Sequence[Placement], refreshed: Mapping[tuple[int, str, int], int]
) -> Iterator[Week]:
    """The weeks from the first to the last that holds anything, empty ones included, at most a thousand of them."""
    modules: dict[int, int] = {}
    coaches: dict[int, dict[str, int]] = {}
    for placement in placements:
        modules[placement.week] = modules.get(placement.week, 0) + placement.minutes
        if placement.coach and placement.coach_minutes:
            busy = coaches.setdefault(placement.week, {})
            busy[placement.coach] = busy.get(placement.coach, 0) + placement.coach_minutes
    again: dict[int, int] = {}
    for (week, _, _), minutes in refreshed.items():
        again[week] = again.get(week, 0) + minutes
    used = sorted({*modules, *again})
    for week in range(1, used[-1] + 1) if used and used[-1] <= LAST_WEEK else used:
        first = (week - 1) * curriculum.days_a_week + 1
        yield Week(
            week,
            first,
            first + curriculum.days_a_week - 1,
            modules.get(week, 0),
            again.get(week, 0),
            curriculum.limit(week),
            dict(sorted(coaches.get(week, {}).items())),
        )


LAST_WEEK = 1000
"""Beyond this only the weeks that hold something are told of, so that `day: 999999999` costs nothing."""
