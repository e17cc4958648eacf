"""Two metrics have the same name, or count the same thing.

Two win rates in one meeting cost half of it. Keep one definition and retire the other; where both are needed, give
them names that say how they differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    names: dict[str, Metric] = {}
    sums: dict[str, Metric] = {}
    for metric in current(facts, Metric):
        name = " ".join(metric.title.casefold().split())
        same_name, same_sum = names.setdefault(name, metric), sums.setdefault(_sum(metric), metric)
        if same_name is not metric:
            yield _complaint(metric, same_name, "have the same name", "title")
        elif same_sum is not metric:
            yield _complaint(metric, same_sum, "count the same thing", "formula" if metric.formula else "sql")


def _sum(metric: Metric) -> str:
    """What is computed, blanks and capitals aside; nothing is the same as a metric without a formula."""
    if metric.formula is not None:
        return " ".join(repr(metric.formula).casefold().split())
    return " ".join(metric.sql.casefold().split()) if metric.sql else f"metric {metric.id}"


def _complaint(metric: Metric, other: Metric, said: str, field: str) -> Complaint:
    return Complaint(
        metric.at(field),
        f"metrics `{other.id}` and `{metric.id}` {said}",
        help="keep one and retire the other, or give them names that say how they differ",
        label=f"as `{other.id}`",
        record=metric.id,
    )
