"""The quotas together do not reach an objective, not even if everybody makes theirs.

Then the target is missed on the day the quotas are handed out, and nobody sees it before the year is over. Hire, raise
the quotas, or lower the objective. Added up is quota times `headcount:` of the expectations that hold today and whose
quota is in the money of the objective (`EUR`; the objective may count `EUR million a year`). At that pace, from the
objective's first day (`effective:`, else `announced:`) to its deadline, they must make what is missing from its
baseline to its target. An expectation for other segments or products than the objective's does not count; give no
headcount where a manager's quota is that of the team once more.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.areas.performance import Expectation
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
SCALES = {"k": 1e3, "thousand": 1e3, "tusen": 1e3}
SCALES |= dict.fromkeys(("m", "mn", "mio", "million", "millions", "millioner", "mill."), 1e6)
SCALES |= dict.fromkeys(("bn", "billion", "milliard", "milliarder", "mrd", "mrd."), 1e9)
TIMES = frozenset({"a", "per", "each", "yearly", "annual", "annually", "arr", "year", "i", "året", "pr", "år", "årlig"})
"""Words of a unit that do not change what is counted; with any other word in it (`per client`) nothing is compared."""


def check(facts: Facts) -> Iterator[Complaint]:
    holding = [one for one in current(facts, Expectation) if _counts(one, facts.today)]
    for objective in current(facts, Objective):
        begun = objective.effective or objective.announced
        covering = [one for one in holding if _serves(one, objective)]
        if not covering or begun is None or objective.target is None or objective.deadline is None:
            continue
        scale = _scale(objective, covering[0])
        asked = (objective.target - (objective.baseline or 0)) * (scale or 0)
        covered = sum(_pace(one) for one in covering) * ((objective.deadline - begun).days + 1)
        if covered < asked:
            yield Complaint(
                objective.at("target"),
                f"all quotas together make {covered:,.0f} {covering[0].currency} from {begun} to {objective.deadline}, "
                f"objective `{objective.id}` asks for {asked:,.0f}",
                help="hire, raise the quotas or lower the target",
                label="out of reach",
                notes=("counted are: " + ", ".join(f"{one.headcount} times `{one.id}`" for one in covering),),
                record=objective.id,
            )


def _counts(expectation: Expectation, today: datetime.date) -> bool:
    holds = expectation.starts <= today <= expectation.ends
    return holds and bool(expectation.quota and expectation.currency and expectation.headcount)


def _serves(expectation: Expectation, objective: Objective) -> bool:
    pairs = ((expectation.segments, objective.segments), (expectation.products, objective.products))
    ours = all(not own or not wanted or set(own) & set(wanted) for own, wanted in pairs)
    return ours and _scale(objective, expectation) is not None


def _scale(objective: Objective, expectation: Expectation) -> float | None:
    """How much of the quota's money is one of the objective's unit; None where that counts something else."""
    money, unit = (expectation.currency or "").casefold(), (objective.unit or "").casefold()
    for sign, scale in (("k", 1e3), ("m", 1e6)):  # kEUR, MEUR
        if unit.split()[:1] == [f"{sign}{money}"]:
            return scale if TIMES.issuperset(unit.split()[1:]) else None
    if f" {money} " not in f" {unit} ":
        return None
    rest = f" {unit} ".replace(f" {money} ", " ", 1).replace("/", " / ").split()
    scales = [SCALES[word] for word in rest if word in SCALES]
    strange = [word for word in rest if word not in SCALES and word not in TIMES and word != "/"]
    return None if strange or len(scales) > 1 else scales[0] if scales else 1.0


def _pace(expectation: Expectation) -> float:
    """What is sold a day."""
    days = (expectation.ends - expectation.starts).days + 1
    return (expectation.quota or 0) * (expectation.headcount or 0) / days
