"""A pay component serves no objective.

Money is the loudest message a company sends. What it pays for without an objective behind it is what it wanted years
ago. Name the objective, or take the component out of the next plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for plan in current(facts, PayPlan):
        for position, component in enumerate(plan.components):
            if component.objective is None:
                yield Complaint(
                    plan.at("components", position),
                    f"pay component `{component.id}` serves no objective",
                    help="add `objective:` with the id of the objective it pays for",
                    record=component.id,
                )
