"""An objective names no metric, so nobody can tell whether it is reached.

An objective that is not measured is a wish: salespeople cannot steer by it, pay cannot be tied to it, and at the end
of the year everybody has an own opinion. Name the metric that moves when the objective is reached; if there is none
yet, define it in `metrics.yml` first. Drafts and retired objectives are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for objective in active(facts, Objective):
        if objective.metric is None:
            yield Complaint(
                objective.at(),
                f"objective `{objective.id}` has no metric",
                help="add `metric:` with the id of a metric, or set `status: draft`",
                record=objective.id,
            )
