"""A behaviour is paid for that neither a module nor a skill trains.

Pay makes people want to do it; it does not make them able to. Add the component's id to `teaches:` of the skill or
module that trains the behaviour.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.rap import Module
from generator.areas.skills import Skill
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.teaching import taught_in_modules, trained_by_skills
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    if not current(facts, Module) and not current(facts, Skill):
        return
    trained = {*taught_in_modules(facts), *trained_by_skills(facts)}
    for plan in current(facts, PayPlan):
        for position, component in enumerate(plan.components):
            if component.behaviour and component.id not in trained:
                yield Complaint(
                    plan.at("components", position, "behaviour"),
                    f"nothing trains the behaviour that pay component `{component.id}` pays for",
                    help=f"add `{component.id}` to `teaches:` of a skill or a module",
                    label="paid, not trained",
                    record=component.id,
                )
