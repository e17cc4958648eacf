"""A hire on this track has paid back later than the company wants, or never.

Reckoned from the track's own figures: what is spent before the first day, what a month costs, the ramp, and what is
left of the revenue. See what moves it most: a week off the ramp, a cheaper search, or a quota that carries its cost.

months: the month by which a hire has paid back where the track has no `break_even_by`; twelve, a year being what
most budgets look at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.payback import break_even, monthly_margin, sooner
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, months: int = 12) -> Iterator[Complaint]:
    for track in current(facts, Track):
        if track.economics is None:
            continue
        wanted = track.economics.break_even_by if track.economics.break_even_by is not None else months
        paid = break_even(track.economics)
        at = track.at("economics", "break_even_by")
        if paid is None:
            yield Complaint(
                at,
                f"a hire on track `{track.id}` never pays back: a month brings {monthly_margin(track.economics):,.0f} "
                f"and costs {track.economics.monthly_cost:,.0f} {track.economics.currency}",
                help="check quota, margin and monthly cost",
                record=track.id,
            )
        elif paid > wanted:
            gain = sooner(track.economics).months or 0
            yield Complaint(
                at,
                f"a hire on track `{track.id}` pays back after {paid:.1f} months, and {wanted} are wanted",
                help=f"shorten the ramp, which brings {gain:.1f} months for each week, or change `break_even_by`",
                record=track.id,
            )
