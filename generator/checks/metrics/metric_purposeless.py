"""A metric supports no decision.

Almost all of selling can be measured; what is measured without a decision in mind only costs the sellers' time. Say
what somebody will do differently when it moves, or drop it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for metric in current(facts, Metric):
        if metric.decision is None:
            yield Complaint(
                metric.at(),
                f"metric `{metric.id}` supports no decision",
                help="add `decision:` with what is done differently when it moves, or set `status: retired`",
                record=metric.id,
            )
