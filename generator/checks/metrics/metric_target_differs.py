"""A metric and the objective that it measures aim at different numbers.

When the objective moves, the scorecard goes on cheering for the old number. Compared are the target of an objective
and that of the metric which it names, where both are given in the same unit. Bring the one that was forgotten up to
date; where the metric means a step on the way, give it a unit of its own (`EUR million this quarter`).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric
from generator.areas.objectives import Objective
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for objective in facts.playbook.of(Objective):
        metric = facts.playbook.entries.get(objective.metric or "")
        in_use = objective.status is Status.ACTIVE and isinstance(metric, Metric) and metric.status is Status.ACTIVE
        if in_use and isinstance(metric, Metric) and _differ(objective, metric):
            yield Complaint(
                metric.at("target"),
                f"metric `{metric.id}` aims at {metric.target:g}, objective `{objective.id}` at {objective.target:g}",
                help=f"write the same target in both; the objective stands at {objective.at('target')}",
                label="another number",
                record=metric.id,
            )


def _differ(objective: Objective, metric: Metric) -> bool:
    if objective.target is None or metric.target is None or objective.target == metric.target:
        return False
    return objective.unit is None or _same(objective.unit, metric.unit or "")


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
