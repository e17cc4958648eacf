"""All metrics show what has been, none what will come.

Revenue says in December what should have been done in June. Add at least one that moves early, such as first meetings
or days in a stage, and mark it `timing: leading`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric, Metrics
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    metrics = current(facts, Metric)
    if metrics and all(metric.timing == "lagging" for metric in metrics):
        yield Complaint(
            facts.playbook.area(Metrics).key_at("metrics"),
            "the only metric is lagging" if len(metrics) == 1 else f"all {len(metrics)} metrics are lagging",
            help="add one that moves early, with `timing: leading`",
        )
