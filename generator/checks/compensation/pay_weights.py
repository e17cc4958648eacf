"""The weights of a pay plan's components do not make 100.

Sellers compute what their effort is worth from these weights. If they do not add up, somebody is promised a share of
pay that does not exist.

tolerance: 0.1 percentage points, so that three thirds of 33.3 pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts, *, tolerance: float = 0.1) -> Iterator[Complaint]:
    for plan in active(facts, PayPlan):
        total = sum(component.weight for component in plan.components)
        if plan.components and abs(total - 100) > tolerance:
            yield Complaint(
                plan.key_at("components"),
                f"the components of pay plan `{plan.id}` weigh {total:g}, not 100",
                help="change the weights so that they make 100",
                label=f"{total:g} in all",
                record=plan.id,
            )
