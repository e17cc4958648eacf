"""The weights of the current objectives do not make 100.

Weights say what to drop when time is short. If they do not add up, somebody has read a share that does not exist, and
the pay that follows them is wrong by the same amount. Objectives that have not begun or are over do not count.

tolerance: 0.1 percentage points, so that three thirds of 33.3 pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts, *, tolerance: float = 0.1) -> Iterator[Complaint]:
    objectives = current(facts, Objective)
    weighted = [objective for objective in objectives if objective.weight is not None]
    if not weighted or not facts.knows_all(Objective):
        return
    for objective in objectives:
        if objective.weight is None:
            yield Complaint(
                objective.at(),
                f"objective `{objective.id}` has no weight, though others have",
                help="add `weight:`, its share in percent",
                record=objective.id,
            )
    total = sum(objective.weight or 0 for objective in weighted)
    if len(weighted) == len(objectives) and abs(total - 100) > tolerance:
        yield Complaint(
            weighted[-1].at("weight"),
            f"{_weights(len(weighted))} {total:g}, not 100",
            help="change the weights so that they make 100",
            label=f"{total:g} in all",
            notes=("; ".join(f"{objective.id} {objective.weight:g}" for objective in weighted),),
            record=weighted[-1].id,
        )


def _weights(count: int) -> str:
    return f"the weights of the {count} current objectives make" if count > 1 else "the one current objective weighs"
