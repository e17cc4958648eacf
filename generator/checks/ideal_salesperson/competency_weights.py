"""The weights of the competencies in a profile do not make 100.

The score of a candidate is the sum of weighted points. If the weights make 90, nobody reaches the top, and two
interviewers who correct it each in their own way choose different people.

tolerance: 0.1 percentage points, so that three thirds of 33.3 pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import SalespersonProfile
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts, *, tolerance: float = 0.1) -> Iterator[Complaint]:
    for profile in current(facts, SalespersonProfile):
        total = sum(competency.weight for competency in profile.competencies)
        if profile.competencies and abs(total - 100) > tolerance:
            yield Complaint(
                profile.key_at("competencies"),
                f"the weights of the competencies of `{profile.id}` make {total:g}, not 100",
                help="change the weights so that they make 100",
                label=f"{total:g} in all",
                record=profile.id,
            )
