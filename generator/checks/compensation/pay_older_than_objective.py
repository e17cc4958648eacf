"""A pay plan is older than the objective it pays for.

The objective moved and the money did not, so salespeople do what they did before. Look at the plan again: change the
component, or, if it still fits, take the plan into force again with the next `version` and `effective`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for plan in current(facts, PayPlan):
        looked = max([day for day in (plan.effective, *(change.on for change in plan.changes)) if day], default=None)
        for position, component in enumerate(plan.components):
            objective = facts.playbook.entries.get(component.objective or "")
            if not isinstance(objective, Objective) or looked is None:
                continue
            moved = _moved(objective, facts.today)
            if moved is not None and moved > looked:
                yield Complaint(
                    plan.at("components", position, "objective"),
                    f"pay component `{component.id}` is of {looked}, and objective `{objective.id}` changed on {moved}",
                    help="look whether the component still pays for the right thing, then renew the plan",
                    label=f"changed on {moved}",
                    record=component.id,
                )


def _moved(objective: Objective, today: datetime.date) -> datetime.date | None:
    """The last day on which the objective began or changed."""
    days = [objective.effective, objective.announced, *(change.on for change in objective.changes)]
    return max((day for day in days if day and day <= today), default=None)
