"""People are ranked, and nobody at the bottom has an upgrade plan.

A ranking that leads to nothing is a humiliation once a quarter. The rule names a bottom share; whoever is in it gets
a plan with a date, or another task. Write it in `upgrade_plans`, which only leaders see.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Person
from generator.areas.performance import Expectation, UpgradePlan
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    roles = {person.id: person.role for person in facts.playbook.of(Person)}
    running = [plan for plan in current(facts, UpgradePlan) if plan.starts <= facts.today <= plan.ends]
    helped = {roles.get(plan.person) for plan in running}
    for expectation in current(facts, Expectation):
        if expectation.ranking and expectation.role not in helped:
            yield Complaint(
                expectation.at("ranking"),
                f"`{expectation.id}` ranks role `{expectation.role}`, and nobody in it has an upgrade plan",
                help=f"add one to `upgrade_plans:` for the bottom {expectation.ranking.bottom_share:g} %",
                record=expectation.id,
            )
