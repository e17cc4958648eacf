"""People are ranked, and nobody at the bottom has an upgrade plan.

A ranking that leads to nothing is a humiliation once a quarter. The rule names a bottom share; whoever is in it gets
a plan with a date, or another task. Write it in `upgrade_plans`, which only leaders see.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.performance import Expectation, UpgradePlan
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    ranked = [expectation for expectation in current(facts, Expectation) if expectation.ranking]
    if not ranked or any(plan.starts <= facts.today <= plan.ends for plan in current(facts, UpgradePlan)):
        return
    first = ranked[0]
    share = first.ranking.bottom_share if first.ranking else 0
    yield Complaint(
        first.at("ranking"),
        f"role `{first.role}` is ranked, and nobody at the bottom has an upgrade plan",
        help=f"add one to `upgrade_plans:` for everybody in the bottom {share:g} %",
        record=first.id,
    )
