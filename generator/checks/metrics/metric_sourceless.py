"""A metric does not say where its figures come from.

A figure that nobody can compute again is an opinion with decimals. Name the source, or write the formula over a table
in `data/`.
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
        if metric.source is None and metric.formula is None and metric.sql is None:
            yield Complaint(
                metric.at(),
                f"metric `{metric.id}` has no source and no formula",
                help="add `source:`, or `formula:` over a table in `data/`",
                record=metric.id,
            )
