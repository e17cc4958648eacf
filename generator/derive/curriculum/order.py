"""The order in which modules are planned: what is needed first, then what is due first, then by id."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from generator.derive.curriculum.task import Curriculum

Needs = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Order:
    """`ids` with everything after what it needs. `needs` is without the circles; `urgency` is the day to be done by.

    `urgency` is infinite where nothing waits for it. It leaves even days to whatever builds on a module.
    """

    ids: tuple[str, ...]
    needs: Needs
    blocks: Needs
    urgency: Mapping[str, float]
    circles: tuple[tuple[str, ...], ...]


def find_order(curriculum: Curriculum) -> Order:
    known = {task.id for task in curriculum.tasks}
    needs: Needs = {
        task.id: tuple(sorted(need for need in set(task.needs) if need in known)) for task in curriculum.tasks
    }
    circles = _untie(needs)
    blocks = _turned(needs)
    urgency = _urgency(curriculum, needs, blocks)
    return Order(tuple(_sorted(needs, blocks, urgency)), needs, blocks, urgency, circles)


def reordered(order: Order, urgency: Mapping[str, float]) -> Order:
    """The same needs in another order: what is urgent by these days comes first, still after all that it needs."""
    return replace(order, ids=tuple(_sorted(order.needs, order.blocks, urgency)))


def _untie(needs: Needs) -> tuple[tuple[str, ...], ...]:
    """Takes one need out of each circle, always the same one, and says which circles there were."""
    circles = []
    waiting = _waiting(needs)
    while waiting:
        circle = _circle(needs, waiting)
        circles.append(circle)
        first, second = circle[0], circle[1 % len(circle)]
        needs[first] = tuple(need for need in needs[first] if need != second)
        waiting = _waiting({id_: tuple(need for need in needs[id_] if need in waiting) for id_ in waiting})
    return tuple(circles)


def _circle(needs: Needs, waiting: set[str]) -> tuple[str, ...]:
    """The circle that the first waiting module leads into, turned so that its first id comes first."""
    way: list[str] = []
    seen: dict[str, int] = {}
    here = min(waiting)
    while here not in seen:
        seen[here] = len(way)
        way.append(here)
        here = next(need for need in needs[here] if need in waiting)
    circle = way[seen[here] :]
    start = circle.index(min(circle))
    return tuple(circle[start:] + circle[:start])


def _waiting(needs: Needs) -> set[str]:
    """The modules that no order reaches."""
    open_ = {id_: len(wanted) for id_, wanted in needs.items()}
    blocks = _turned(needs)
    ready = [id_ for id_, count in open_.items() if count == 0]
    while ready:
        for id_ in blocks[ready.pop()]:
            open_[id_] -= 1
            if open_[id_] == 0:
                ready.append(id_)
    return {id_ for id_, count in open_.items() if count}


def _turned(needs: Needs) -> Needs:
    blocks: dict[str, list[str]] = {id_: [] for id_ in needs}
    for id_ in sorted(needs):
        for need in needs[id_]:
            blocks[need].append(id_)
    return {id_: tuple(those) for id_, those in blocks.items()}


def _urgency(curriculum: Curriculum, needs: Needs, blocks: Needs) -> dict[str, float]:
    """The day by which each module must be done so that even days are left for those that build on it."""
    tasks = {task.id: task for task in curriculum.tasks}
    own = {id_: min(_day(curriculum.due(task)), _day(task.day)) for id_, task in tasks.items()}
    share = max(1, curriculum.minutes_a_week) / curriculum.days_a_week
    open_ = {id_: len(those) for id_, those in blocks.items()}
    ready = [id_ for id_, count in open_.items() if count == 0]
    while ready:
        id_ = ready.pop()
        for need in needs[id_]:
            own[need] = min(own[need], own[id_] - tasks[id_].minutes / share)
            open_[need] -= 1
            if open_[need] == 0:
                ready.append(need)
    return own


def _day(day: int | None) -> float:
    return inf if day is None else day


def _sorted(needs: Needs, blocks: Needs, urgency: Mapping[str, float]) -> list[str]:
    open_ = {id_: len(wanted) for id_, wanted in needs.items()}
    ready = [(urgency[id_], id_) for id_, count in open_.items() if count == 0]
    heapq.heapify(ready)
    ids = []
    while ready:
        _, id_ = heapq.heappop(ready)
        ids.append(id_)
        for blocked in blocks[id_]:
            open_[blocked] -= 1
            if open_[blocked] == 0:
                heapq.heappush(ready, (urgency[blocked], blocked))
    return ids
