"""A pay plan pays for more things than a seller can work on.

With five components each is worth so little that the seller picks the two that come by themselves. Keep those that
matter, and measure the rest without paying for it.

at_most: 3, the number that plans of well-run sales forces rarely exceed and that people keep in mind.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, at_most: int = 3) -> Iterator[Complaint]:
    for plan in active(facts, PayPlan):
        if len(plan.components) > at_most:
            yield Complaint(
                plan.at("components", at_most),
                f"pay plan `{plan.id}` has {len(plan.components)} components",
                help=f"keep the {at_most} that matter most",
                record=plan.id,
            )
