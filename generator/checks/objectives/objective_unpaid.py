"""No pay component serves a current objective.

Sellers read the pay plan as their job description. What it does not pay for happens last, whatever the kick-off said.
Tie a component to the objective with `objective:`, or ask whether the objective is meant seriously.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    plans = current(facts, PayPlan)
    if not list(facts.playbook.of(PayPlan)) or not facts.knows_all(PayPlan):
        return
    paid = {component.objective for plan in plans for component in plan.components}
    for objective in current(facts, Objective):
        if objective.id not in paid:
            yield Complaint(
                objective.at(),
                f"no pay component serves objective `{objective.id}`",
                help=f"add `objective: {objective.id}` to the component that pays for it, or retire the objective",
                notes=("current pay plans: " + (", ".join(plan.id for plan in plans) or "none"),),
                record=objective.id,
            )
