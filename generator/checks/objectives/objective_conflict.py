"""Two current objectives pull the same metric in opposite directions, or to different targets on one day.

A seller who reaches one misses the other, and will reach the one that pays. If they are meant for different products,
segments or regions, say so in those fields; else keep one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    objectives = [
        objective for objective in current(facts, Objective) if objective.metric and objective.target is not None
    ]
    for one, other in combinations(objectives, 2):
        if one.metric == other.metric and _same_field(one, other) and _conflict(one, other):
            yield Complaint(
                other.at("target"),
                f"objectives `{one.id}` and `{other.id}` want different things of metric `{one.metric}`",
                help="keep one of them, or name the products, segments or regions each is for",
                label=f"`{one.id}` wants {one.target:g}",
                record=other.id,
            )


def _same_field(one: Objective, other: Objective) -> bool:
    """Whether there is a sale that both would count; an empty list stands for all."""
    for facet in ("products", "segments", "regions"):
        ours, theirs = set(getattr(one, facet)), set(getattr(other, facet))
        if ours and theirs and not ours & theirs:
            return False
    return True


def _conflict(one: Objective, other: Objective) -> bool:
    if one.deadline == other.deadline:
        return one.target != other.target
    return _way(one) * _way(other) < 0


def _way(objective: Objective) -> int:
    """1 where the metric is to rise, -1 where it is to fall, 0 where that is not known."""
    if objective.baseline is None or objective.target is None or objective.target == objective.baseline:
        return 0
    return 1 if objective.target > objective.baseline else -1
