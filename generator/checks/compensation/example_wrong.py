"""A worked example of a pay component does not come out as the component says.

The example is the part that everybody reads. If it promises 130 and the plan pays 125, the difference is argued about
in January. Computed is: nothing below the threshold; the attainment up to 100 %; what lies above 100 % times the
accelerator; never more than the cap.

tolerance: 0.5 percentage points, for examples that are rounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.derive.hires.pay import payout
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts, *, tolerance: float = 0.5) -> Iterator[Complaint]:
    for plan in active(facts, PayPlan):
        for position, component in enumerate(plan.components):
            for number, example in enumerate(component.examples):
                pays, at = payout(component, example.attainment), f"{example.attainment:g} %"
                if abs(pays - example.pays) > tolerance:
                    yield Complaint(
                        plan.at("components", position, "examples", number, "pays"),
                        f"pay component `{component.id}` pays {pays:g} % at {at}, not {example.pays:g} %",
                        help=f"write `pays: {pays:g}`, or mend threshold, accelerator or cap",
                        label=f"comes out at {pays:g}",
                        record=component.id,
                    )
