"""When a hire has paid back what they cost, and what it is worth to be productive a week earlier.

With S = hiring cost + programme cost + coach hours × rate (spent before the first day), c = monthly cost,
m = quota ÷ 12 × gross margin (a month of full productivity) and p(t) = the ramp (share of full productivity at t
months, 1 after the last month named):

    margin(t) = m × ∫ p from 0 to t        cost(t) = S + c × t        break-even: the last t with margin(t) = cost(t)

This is the break-even point of cost accounting (fixed cost over contribution a month; Horngren, *Cost Accounting*,
chapter on cost-volume-profit analysis) with a contribution that grows by the ramp. Without a ramp it is
S ÷ (m − c): 8,000 ÷ (6,500 − 4,000) = 3.2 months.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf

from generator.areas.rap.track import Economics

MONTH = 365 / 12
"""Days in a month, on average."""
YEAR = 12


@dataclass(frozen=True, slots=True)
class Point:
    """Where a hire stands at the end of a month: margin brought and cost caused, both from the first day on."""

    month: int
    margin: float
    cost: float

    @property
    def net(self) -> float:
        return self.margin - self.cost


@dataclass(frozen=True, slots=True)
class Gain:
    """What changes when the ramp lies `weeks` earlier (later where negative).

    `margin` is that of the first year, `months` how much sooner it breaks even; None where it never does.
    """

    weeks: float
    margin: float
    months: float | None


def upfront(economics: Economics) -> float:
    """What is spent before the hire brings anything."""
    return economics.hiring_cost + economics.programme_cost + economics.coach_hours * economics.coach_rate


def revenue(economics: Economics, months: float = YEAR) -> float:
    """What the hire sells in the first months."""
    return economics.quota / YEAR * _productive(economics, months)


def margin(economics: Economics, months: float, *, earlier: float = 0.0) -> float:
    """What is left of it after the cost of the product; `earlier` moves the ramp, in months."""
    return monthly_margin(economics) * _productive(economics, months, earlier=earlier)


def cost(economics: Economics, months: float) -> float:
    return upfront(economics) + economics.monthly_cost * months


def monthly_margin(economics: Economics) -> float:
    """What a fully productive month brings."""
    return economics.quota / YEAR * economics.gross_margin / 100


def break_even(economics: Economics, *, earlier: float = 0.0) -> float | None:
    """The month, with fraction, from which the hire has paid back for good.

    None where a fully productive month does not bring what it costs, so that it never comes or does not last.
    """
    times = [0.0, *(max(0.0, until - earlier) for until, _ in _ramp(economics)[:-1])]
    nets = [margin(economics, time, earlier=earlier) - cost(economics, time) for time in times]
    monthly = monthly_margin(economics) - economics.monthly_cost
    if nets[-1] < 0:
        return times[-1] - nets[-1] / monthly if monthly > 0 else None
    if monthly < 0:
        return None
    for (start, before), (end, after) in reversed(list(pairwise(zip(times, nets, strict=True)))):
        if before < 0:
            return start - (end - start) * before / (after - before)
    return 0.0


def break_even_day(economics: Economics) -> int | None:
    """The same in calendar days from the first."""
    months = break_even(economics)
    return None if months is None else round(months * MONTH)


def ramp_days(economics: Economics) -> int:
    """The calendar days until full productivity."""
    slow = [until for until, share in _ramp(economics)[:-1] if share < 1]
    return round(max(slow, default=0) * MONTH)


def sooner(economics: Economics, weeks: float = 1) -> Gain:
    """What it is worth when the whole ramp lies some weeks earlier: one week earlier = so much."""
    earlier = weeks * 7 / MONTH
    more = margin(economics, YEAR, earlier=earlier) - margin(economics, YEAR)
    before, after = break_even(economics), break_even(economics, earlier=earlier)
    return Gain(weeks, more, None if before is None or after is None else before - after)


def curve(economics: Economics, months: int = YEAR) -> tuple[Point, ...]:
    """Margin and cost at the start and at the end of each month."""
    return tuple(Point(month, margin(economics, month), cost(economics, month)) for month in range(months + 1))


def _ramp(economics: Economics) -> list[tuple[float, float]]:
    """Until which month, and with what share of full productivity; the last step lasts for ever."""
    steps = sorted((float(step.until_month), step.percent / 100) for step in economics.ramp)
    return [*steps, (inf, 1.0)]


def _productive(economics: Economics, months: float, *, earlier: float = 0.0) -> float:
    """Months of full productivity that the first `months` are worth: the ramp's integral."""
    total, start = 0.0, 0.0
    for until, share in _ramp(economics):
        total += share * max(0.0, min(until, months + earlier) - max(start, earlier))
        start = max(start, until)
    return total
