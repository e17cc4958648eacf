"""Something has a target or is paid for, and no metric says how it is counted.

"Six good meetings" is counted differently by everybody who is paid for it. Name the metric that counts it; if there
is none, define it in `metrics.yml`. What is looked at: process steps and pay components.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.performance import Expectation
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    for expectation in current(facts, Expectation):
        for position, step in enumerate(expectation.steps):
            if step.metric is None:
                yield _complaint(expectation, f"step `{step.step.strip()}`", "metric", "steps", position)
    for plan in current(facts, PayPlan):
        for position, component in enumerate(plan.components):
            if component.measure is None:
                said = f"pay component `{component.id}`"
                yield _complaint(plan, said, "measure", "components", position, level=Level.WARNING)


def _complaint(record: Record, what: str, field: str, *path: str | int, level: Level | None = None) -> Complaint:
    return Complaint(
        record.at(*path),
        f"no metric says how {what} of {record.KIND} `{record.id}` is counted",
        help=f"add `{field}:` with the id of a metric",
        record=record.id,
        level=level,
    )
