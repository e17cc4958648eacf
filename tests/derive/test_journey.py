"""Dates: weekends, holidays and days off are skipped, and the example's plan is one a hire can live with."""

from __future__ import annotations

import datetime
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.areas.rap import Track
from generator.derive.curriculum import Journey, WorkCalendar, journey_of
from generator.loading import load
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 23)
days = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load(Settings(ROOT, TODAY, (ROOT / "content",))).playbook


def journey(playbook: Playbook, role: str, start: datetime.date) -> Journey:
    track = next(track for track in playbook.of(Track) if track.role == role)
    return journey_of(playbook, track, start, TODAY)


@given(days, st.frozensets(st.integers(0, 6), min_size=1), st.sets(days, max_size=20), st.integers(1, 90))
def test_nobody_works_on_a_day_off(
    start: datetime.date, week: frozenset[int], off: set[datetime.date], count: int
) -> None:
    calendar = WorkCalendar(week, dict.fromkeys(off, "off"))
    found = list(islice(calendar.working_days(start), count))
    assert found == sorted(set(found))
    assert all(day >= start and day.weekday() in week and day not in off for day in found)
    between = {start + datetime.timedelta(days=passed) for passed in range((found[-1] - start).days + 1)}
    assert not [day for day in between - set(found) if day.weekday() in week and day not in off]


@pytest.mark.parametrize("role", ["ae", "sdr"])
def test_the_example_s_plan_fits(playbook: Playbook, role: str) -> None:
    made = journey(playbook, role, datetime.date(2026, 11, 30))
    assert not made.plan.clashes
    assert made.plan.weeks[0].minutes <= 225


@pytest.mark.parametrize("role", ["ae", "sdr"])
def test_the_example_s_first_monday_is_humane(playbook: Playbook, role: str) -> None:
    made = journey(playbook, role, datetime.date(2026, 11, 30))
    assert [placement.module for placement in made.plan.on(1)] == ["m01-why-kelvaro"]
    assert all(len(made.plan.on(day)) <= 1 for day in range(1, 11)), "one topic a day until the first call"
    assert made.dates[7].weekday() == 1, "the client meeting to sit in on is on Tuesday, as the moment says"
    assert made.dates[10].weekday() == 4, "the first calls are on Friday"


def test_christmas_moves_the_gate_behind_the_first_own_meeting(playbook: Playbook) -> None:
    made = journey(playbook, "ae", datetime.date(2026, 12, 1))
    gate = next(gate for gate in made.track.gates if gate.day == 30)
    meeting = next(moment for moment in made.plan.moments if moment.id == "mom-own-meeting")
    assert made.dates[meeting.day] < made.gate_date(gate)


def test_it_says_until_when_holidays_are_known(playbook: Playbook) -> None:
    assert journey(playbook, "ae", datetime.date(2026, 12, 1)).unknown_holidays() is None
    assert journey(playbook, "ae", datetime.date(2027, 4, 1)).unknown_holidays() == datetime.date(2027, 5, 17)
