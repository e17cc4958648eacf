"""A role sells over more than a quarter, and nothing but the result is measured.

When a sale takes five months, revenue says in autumn what went wrong in spring. Measure the steps that lead to it:
first meetings, named decision makers, proofs that were run. The length of a sale is that of the role's track
(`economics.sales_cycle`), else the norm ages of the stages together.

days: 91; within a quarter the result itself comes early enough to act.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.performance import Expectation
from generator.areas.pipeline import Stage
from generator.areas.rap import Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 91) -> Iterator[Complaint]:
    for expectation in current(facts, Expectation):
        cycle = _cycle(facts, expectation.role)
        if cycle > days and not expectation.steps:
            yield Complaint(
                expectation.at(),
                f"a sale takes role `{expectation.role}` {cycle} days, and `{expectation.id}` measures no step of it",
                help="add `steps:` with what is done long before the signature, and targets",
                record=expectation.id,
            )


def _cycle(facts: Facts, role: str) -> int:
    """In days."""
    for track in current(facts, Track):
        if track.role == role and track.economics and track.economics.sales_cycle:
            return track.economics.sales_cycle.days
    return sum(stage.norm_age.days for stage in facts.playbook.of(Stage) if stage.norm_age and not stage.closed)
