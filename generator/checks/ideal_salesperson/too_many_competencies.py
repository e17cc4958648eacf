"""A profile asks for more competencies than an interview can judge.

With fifteen criteria each is judged in two minutes, and the first impression decides all of them. Keep those that
separate your best people from the average.

at_most: 10; in three interviews of an hour that leaves a quarter of an hour for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import SalespersonProfile
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, at_most: int = 10) -> Iterator[Complaint]:
    for profile in current(facts, SalespersonProfile):
        if len(profile.competencies) > at_most:
            yield Complaint(
                profile.at("competencies", at_most),
                f"profile `{profile.id}` asks for {len(profile.competencies)} competencies",
                help=f"keep the {at_most} that separate the best from the average",
                record=profile.id,
            )
