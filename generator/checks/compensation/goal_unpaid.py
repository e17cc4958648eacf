"""A role is ranked by a metric that its pay plan does not pay for.

Then people are judged by one thing and paid for another, and do what they are paid for. Add the metric to the plan as
a component's `measure`, or rank by what is paid. A ranking metric that belongs to an objective which a component of
the plan serves counts as paid for, such as the attainment of a quota.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.metrics import Metric
from generator.areas.performance import Expectation
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Entry

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    plans = {plan.role: plan for plan in current(facts, PayPlan)}
    for expectation in current(facts, Expectation):
        plan = plans.get(expectation.role)
        if plan is None or expectation.ranking is None or not plan.components:
            continue
        goal = expectation.ranking.by
        if not _is_paid(facts.playbook.entries.get(goal), plan):
            yield Complaint(
                expectation.at("ranking", "by"),
                f"role `{expectation.role}` is ranked by metric `{goal}`, and pay plan `{plan.id}` does not pay for it",
                help=f"add a component with `measure: {goal}`, or rank by what is paid",
                label="not paid for",
                record=expectation.id,
            )


def _is_paid(goal: Entry | None, plan: PayPlan) -> bool:
    """Whether a component pays by the metric itself, or serves the same objective."""
    measures = {component.measure for component in plan.components}
    served = {component.objective for component in plan.components if component.objective}
    return not isinstance(goal, Metric) or goal.id in measures or goal.objective in served
