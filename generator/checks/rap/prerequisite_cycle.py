"""Modules require each other in a circle, so none of them can be learnt first.

No plan can place them. Find the module that a hire could begin with, and take its prerequisite out; often one of the
two only repeats what the other has begun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.areas.rap import Module
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    modules = {module.id: module for module in active(facts, Module)}
    needs = {id_: [need for need in module.prerequisites if need in modules] for id_, module in modules.items()}
    reported: set[str] = set()
    for id_, module in modules.items():
        circle = _circle(id_, needs)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            yield Complaint(
                module.at("prerequisites", module.prerequisites.index(circle[1])),
                f"modules require each other in a circle: {' needs '.join(circle)}",
                help="take one of these prerequisites out",
                label="begins the circle",
                record=id_,
            )


def _circle(start: str, needs: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from `start` back to it, both ends named; empty where there is none."""
    ways, seen = [[start]], set()
    while ways:
        longer = []
        for way in ways:
            for need in needs[way[-1]]:
                if need == start:
                    return [*way, start]
                if need not in seen:
                    seen.add(need)
                    longer.append([*way, need])
        ways = longer
    return []
