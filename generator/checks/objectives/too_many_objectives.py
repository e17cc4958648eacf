"""There are more objectives than anybody can pursue at once.

Every seller should be able to cite the objectives without looking. Beyond a handful people choose for themselves, and
not all the same ones. Retire some, or let one be the leading indicator of another.

at_most: 5; people reliably keep about four things in mind (Cowan 2001, "The magical number 4"), and areas of a plan
rarely need more.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, at_most: int = 5) -> Iterator[Complaint]:
    objectives = current(facts, Objective)
    if len(objectives) > at_most:
        first = objectives[at_most]
        yield Complaint(
            first.at(),
            f"there are {len(objectives)} current objectives",
            help=f"keep the {at_most} that matter most and retire the others",
            notes=("current: " + ", ".join(objective.id for objective in objectives),),
            record=first.id,
        )
