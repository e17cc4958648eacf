"""People are ranked, and nobody at the bottom has an upgrade plan.

A ranking that leads to nothing is a humiliation once a quarter. The rule names a bottom share; whoever is in it gets
a plan with a date, or another task. Write it in `upgrade_plans`, which only leaders see. A plan counts for the role
that its person has in company.yml, and for every role where none is written there.
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
    if not facts.knows_all(UpgradePlan):
        return
    role_of = {person.id: person.role for person in facts.playbook.of(Person)}
    plans = [plan for plan in current(facts, UpgradePlan) if plan.starts <= facts.today <= plan.ends]
    helped = {role_of.get(plan.person) for plan in plans}
    for expectation in current(facts, Expectation):
        if expectation.ranking and not helped & {expectation.role, None}:
            yield Complaint(
                expectation.at("ranking"),
                f"role `{expectation.role}` is ranked, and nobody at the bottom has an upgrade plan",
                help=f"add one to `upgrade_plans:` for everybody in the bottom {expectation.ranking.bottom_share:g} %",
                record=expectation.id,
            )
