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
    for id_ in _stuck(needs):
        circle = [] if id_ in reported else _circle(id_, needs)
        if circle:
            reported.update(circle)
            module = modules[id_]
            yield Complaint(
                module.at("prerequisites", module.prerequisites.index(circle[1])),
                f"modules require each other in a circle: {' needs '.join(circle)}",
                help="take one of these prerequisites out",
                label="begins the circle",
                record=id_,
            )


def _stuck(needs: Mapping[str, list[str]]) -> list[str]:
    """The modules that no order reaches: those on a circle, and those that wait for one of them."""
    open_ = {id_: len(wanted) for id_, wanted in needs.items()}
    waiting: dict[str, list[str]] = {}
    for id_, wanted in needs.items():
        for need in wanted:
            waiting.setdefault(need, []).append(id_)
    ready = [id_ for id_, count in open_.items() if count == 0]
    while ready:
        for id_ in waiting.get(ready.pop(), ()):
            open_[id_] -= 1
            if open_[id_] == 0:
                ready.append(id_)
    return [id_ for id_, count in open_.items() if count]


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
