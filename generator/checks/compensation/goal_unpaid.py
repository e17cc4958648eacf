"""A role is ranked by a metric that its pay plan does not pay for.

Then people are judged by one thing and paid for another, and do what they are paid for. Add the metric to the plan as
a component's `measure`, or rank by what is paid.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.performance import Expectation
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    plans = {plan.role: plan for plan in current(facts, PayPlan)}
    for expectation in current(facts, Expectation):
        plan = plans.get(expectation.role)
        if plan is None or expectation.ranking is None or not plan.components:
            continue
        goal = expectation.ranking.by
        if goal not in {component.measure for component in plan.components}:
            yield Complaint(
                expectation.at("ranking", "by"),
                f"role `{expectation.role}` is ranked by metric `{goal}`, and pay plan `{plan.id}` does not pay for it",
                help=f"add a component with `measure: {goal}`, or rank by what is paid",
                label="not paid for",
                record=expectation.id,
            )
