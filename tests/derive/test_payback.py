"""When a hire pays back: the two sums that every sales leader can check in the head, and what must hold of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.areas.rap.track import Economics, RampMonth
from generator.derive.hires.payback import break_even, break_even_day, cost, curve, margin, ramp_days, revenue, sooner

GOLDEN_RAMP = [RampMonth(until_month=3, percent=30), RampMonth(until_month=6, percent=70)]


def economics(**said: object) -> Economics:
    given = {"currency": "EUR", "hiring_cost": 8000.0, "monthly_cost": 4000.0, "quota": 78000.0, **said}
    return Economics.model_validate(given)


def test_a_ramp_of_six_months_sells_three_quarters_of_a_million_in_the_first_year() -> None:
    assert revenue(economics(quota=1_000_000.0, ramp=GOLDEN_RAMP)) == pytest.approx(750_000)


def test_eight_thousand_are_back_after_three_months_and_a_fifth() -> None:
    assert break_even(economics()) == pytest.approx(3.2)


def test_the_account_executive_of_the_example_breaks_even_on_day_134() -> None:
    ramp = [RampMonth(until_month=month, percent=percent) for month, percent in ((1, 0), (2, 15), (3, 40), (4, 70))]
    given = economics(
        hiring_cost=12000.0, programme_cost=3000.0, coach_hours=30.0, coach_rate=60.0, monthly_cost=7500.0,
        quota=500000.0, gross_margin=72.0, ramp=ramp,
    )  # fmt: skip
    assert [point.margin for point in curve(given, 5)] == pytest.approx([0, 0, 4500, 16500, 37500, 67500])
    assert [point.cost for point in curve(given, 5)] == pytest.approx([16800, 24300, 31800, 39300, 46800, 54300])
    assert break_even(given) == pytest.approx(4.413, abs=0.001)
    assert (break_even_day(given), ramp_days(given)) == (134, 122)
    week = sooner(given)
    assert week.margin == pytest.approx(30_000 * 7 * 12 / 365)
    assert week.months == pytest.approx(0.307, abs=0.001)


def test_it_never_pays_back_where_a_month_costs_what_it_brings() -> None:
    assert break_even(economics(quota=48000.0)) is None
    assert break_even(economics(quota=47000.0, hiring_cost=0.0)) is None


def test_a_good_start_that_is_eaten_up_again_is_no_break_even() -> None:
    dip = [RampMonth(until_month=1, percent=400), RampMonth(until_month=4, percent=0)]
    found = break_even(economics(hiring_cost=20000.0, ramp=dip))
    assert found is not None
    assert found > 4


ramps = st.lists(
    st.builds(RampMonth, until_month=st.integers(1, 24), percent=st.floats(0, 120).map(lambda share: round(share, 2))),
    max_size=4,
    unique_by=lambda step: step.until_month,
)
amounts = st.floats(0, 100_000).map(round).map(float)


@given(ramps, amounts, amounts, st.floats(1, 2_000_000).map(round).map(float))
def test_at_break_even_margin_is_cost_and_stays_above(
    ramp: list[RampMonth], once: float, month: float, quota: float
) -> None:
    given_ = economics(hiring_cost=once, monthly_cost=month, quota=quota, ramp=ramp)
    found = break_even(given_)
    if found is None:
        assert quota / 12 <= month + 1e-6
        return
    scale = 1e-6 * (1 + cost(given_, found))
    if found > 0:
        assert margin(given_, found) == pytest.approx(cost(given_, found), abs=scale)
    for later in (0.5, 3, 30):
        assert margin(given_, found + later) >= cost(given_, found + later) - scale


@given(ramps)
def test_a_week_earlier_is_never_worse_while_the_ramp_rises(ramp: list[RampMonth]) -> None:
    rising = sorted(min(step.percent, 100) for step in ramp)
    months = sorted(step.until_month for step in ramp)
    steps = [RampMonth(until_month=month, percent=percent) for month, percent in zip(months, rising, strict=True)]
    gain = sooner(economics(ramp=steps))
    assert gain.margin >= -1e-6
    assert gain.months is not None
    assert gain.months >= -1e-9
