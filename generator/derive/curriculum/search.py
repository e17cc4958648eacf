"""Looks for an order in which everybody is in time, where planning what is due first comes too late for somebody."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from generator.derive.curriculum.order import Order, reordered
from generator.derive.curriculum.shortfall import with_needs
from generator.derive.curriculum.task import Curriculum

WORK = 20_000
"""Modules placed in one search at most: 10 orders of 2,000 modules, 666 of 30."""

PATIENCE = 12
"""Orders tried one from another before the search begins anew from a shuffled one."""

Late = Mapping[str, int]
"""The days by which each module comes too late that need not."""


def search(curriculum: Curriculum, order: Order, late: Late, try_: Callable[[Order], Late]) -> None:
    """Tries orders until one of them makes nobody late or `WORK` is done; the same ones every time.

    What came too late is planned earlier the next time, with what it needs: "squeaky wheel" optimisation (Joslin and
    Clements, 1999). It goes round in circles now and then, so it begins anew from another order, shuffled by number.
    """
    tries = max(5, WORK // max(1, len(order.ids)))
    if not _may_fit(curriculum, order):
        return
    beginning = _early(order)
    step = max(1.0, float(curriculum.days_a_week))
    urgency, waiting = dict(beginning), late
    for number in range(tries):
        if number % PATIENCE == PATIENCE - 1:
            chance = random.Random(number)
            urgency = {id_: day + chance.uniform(-2, 2) * step for id_, day in sorted(beginning.items())}
        else:
            for id_ in with_needs(order.needs, waiting):
                urgency[id_] -= step
        waiting = try_(reordered(order, urgency))
        if not waiting:
            return


def _early(order: Order) -> dict[str, float]:
    """Urgencies to reckon with: what nothing waits for comes after all the others."""
    days = [day for day in order.urgency.values() if day != float("inf")]
    last = max(days, default=0.0) + 1
    return {id_: min(day, last) for id_, day in order.urgency.items()}


def _may_fit(curriculum: Curriculum, order: Order) -> bool:
    """False where more is due by a client moment than fits into the weeks before it: then no order helps."""
    minutes = {task.id: task.minutes for task in curriculum.tasks}
    dues = {task.id: curriculum.due(task) for task in curriculum.tasks}
    for day in sorted({due for due in dues.values() if due is not None}):
        asked = with_needs(order.needs, [id_ for id_, due in dues.items() if due is not None and due <= day])
        weeks = range(1, curriculum.week(max(1, day)) + 1)
        if day < 1 or sum(minutes[id_] for id_ in asked) > sum(max(0, curriculum.limit(week)) for week in weeks):
            return False
    return True
