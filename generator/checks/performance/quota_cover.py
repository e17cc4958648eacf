"""The quotas together do not reach an objective, not even if everybody makes theirs.

Then the target is missed on the day the quotas are handed out, and nobody sees it before the year is over. Hire, raise
the quotas, or lower the objective. Added up is quota times `headcount:` of the roles whose quota is in the money of
the objective (`EUR`; the objective may count `EUR million`), from the first day of their period to the objective's
deadline; against it stands what is missing from the objective's baseline to its target. An expectation for other
segments or products than the objective's does not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.areas.performance import Expectation
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
SCALES = {"thousand": 1e3, "tusen": 1e3, "million": 1e6, "millions": 1e6, "millioner": 1e6, "mill.": 1e6}


def check(facts: Facts) -> Iterator[Complaint]:
    paid = [one for one in current(facts, Expectation) if one.quota and one.currency and one.headcount]
    for objective in current(facts, Objective):
        covering = [one for one in paid if _serves(one, objective)]
        if not covering or objective.target is None or objective.deadline is None:
            continue
        asked = (objective.target - (objective.baseline or 0)) * _scale(objective)
        covered = sum(_until(one, objective) for one in covering)
        if covered < asked:
            yield Complaint(
                objective.at("target"),
                f"all quotas together make {covered:,.0f} {covering[0].currency} until {objective.deadline}, "
                f"objective `{objective.id}` asks for {asked:,.0f}",
                help="hire, raise the quotas or lower the target",
                label="out of reach",
                notes=("counted are: " + ", ".join(f"{one.headcount} times `{one.id}`" for one in covering),),
                record=objective.id,
            )


def _serves(expectation: Expectation, objective: Objective) -> bool:
    money = (expectation.currency or "").casefold().split()
    unit = (objective.unit or "").casefold().split()
    if not money or unit[: len(money)] != money or expectation.starts > (objective.deadline or expectation.starts):
        return False
    pairs = ((expectation.segments, objective.segments), (expectation.products, objective.products))
    return all(not own or not wanted or set(own) & set(wanted) for own, wanted in pairs)


def _scale(objective: Objective) -> float:
    return next((SCALES[word] for word in (objective.unit or "").casefold().split() if word in SCALES), 1.0)


def _until(expectation: Expectation, objective: Objective) -> float:
    """What is sold from the period's first day to the deadline, at the pace of the quota."""
    assert objective.deadline is not None and expectation.quota is not None  # only such ones are asked for
    pace = expectation.quota * (expectation.headcount or 0) / ((expectation.ends - expectation.starts).days + 1)
    return pace * ((objective.deadline - expectation.starts).days + 1)
