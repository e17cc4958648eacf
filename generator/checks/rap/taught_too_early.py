"""A module is learnt long before the client moment it prepares for, and nothing brings it back in between.

What is learnt and not used is forgotten: after a month about four fifths of the work of learning is lost (Ebbinghaus
1885, repeated by Murre and Dros 2015). Move the module towards its moment, add `refreshers:`, or let a later module
build on it; both count as bringing it back.

weeks: the working weeks that may lie between; four, since after a month most is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.derive.curriculum import Placement, Plan
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, weeks: int = 4) -> Iterator[Complaint]:
    seen: set[str] = set()
    for plan in facts.plans.values():
        for placement in plan.placements:
            if placement.due is None or placement.module in seen:
                continue
            gap = placement.due + 1 - _last_seen(plan, placement, placement.due + 1)
            if gap > weeks * _days_a_week(plan):
                seen.add(placement.module)
                yield _complaint(facts, placement, gap, weeks * _days_a_week(plan))


def _last_seen(plan: Plan, placement: Placement, moment: int) -> int:
    """The last day before the moment on which the module is learnt, repeated, or built on."""
    days = [placement.day, *(plan.by_module[module].day for module in placement.blocks)]
    days += [refresher.day for refresher in plan.refreshers if refresher.module == placement.module]
    return max((day for day in days if day < moment), default=placement.day)


def _days_a_week(plan: Plan) -> int:
    return plan.weeks[0].last_day - plan.weeks[0].first_day + 1 if plan.weeks else 5


def _complaint(facts: Facts, placement: Placement, gap: int, most: int) -> Complaint:
    module = facts.playbook.entries[placement.module]
    assert isinstance(module, Module)
    moment = (placement.due or 0) + 1
    return Complaint(
        module.at("day" if module.day is not None else "needed_by"),
        f"module `{module.id}` is last met {gap} working days before `{placement.moment}`",
        help=f"move it to `day: {moment - most}` or later, or add `refreshers:`",
        record=module.id,
    )
