"""Modules require each other in a circle, so none of them can be learnt first.

No plan can place them. Find the module that a hire could begin with, and take its prerequisite out; often one of the
two only repeats what the other has begun.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.derive.circles import circles
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    modules = {module.id: module for module in active(facts, Module)}
    needs = {id_: [need for need in module.prerequisites if need in modules] for id_, module in modules.items()}
    for circle in circles(needs):
        module = modules[circle[0]]
        yield Complaint(
            module.at("prerequisites", module.prerequisites.index(circle[1])),
            f"modules require each other in a circle: {' needs '.join(circle)}",
            help="take one of these prerequisites out",
            label="begins the circle",
            record=module.id,
        )
