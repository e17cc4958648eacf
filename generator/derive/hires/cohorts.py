"""How far each hire has come, and how the hires of a quarter compare with the goals; for managers and leaders only."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from generator.areas.rap import Hire, Track
from generator.derive.curriculum import Dates, Plan, calendar_of
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import Outdated, latest
from generator.derive.hires.tracks import track_of


class Milestone(StrEnum):
    """What a new salesperson reaches, in the order it comes."""

    FIRST_MEETING = "first_meeting"
    FIRST_DEAL = "first_deal"
    FULL_PRODUCTIVITY = "full_productivity"


@dataclass(frozen=True, slots=True)
class Progress:
    """One hire. `reached` are calendar days from the start by milestone, `goals` the days of the track.

    `late` are milestones whose day has passed without them. `signed` are modules; `behind` those that the plan had
    before today and nobody has signed; `again` those signed before they changed, which are to be shown again.
    """

    hire: Hire
    track: str = ""
    reached: Mapping[Milestone, int] = field(default_factory=dict)
    goals: Mapping[Milestone, int] = field(default_factory=dict)
    late: tuple[Milestone, ...] = ()
    signed: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    day: int = 0
    """The working day of the programme that today is; 0 before the first."""
    last_day: int = 0
    """The last working day of the programme; 0 without a track."""

    @property
    def on_track(self) -> bool:
        return not self.late and not self.behind


@dataclass(frozen=True, slots=True)
class Spread:
    """The days in which a cohort reached a milestone. `median` is None where nobody has yet."""

    reached: int
    median: float | None
    goal: int | None


@dataclass(frozen=True, slots=True)
class Cohort:
    """Hires of one role who began in one quarter, such as `2026 Q1`."""

    quarter: str
    track: str
    hires: tuple[str, ...]
    spreads: Mapping[Milestone, Spread]


def find_progress(facts: Facts, outdated: Iterable[Outdated] = ()) -> list[Progress]:
    """Every hire, the latest first. `outdated` are the sign-offs that must be shown again."""
    hires = sorted(facts.playbook.of(Hire), key=lambda hire: (hire.start, hire.id), reverse=True)
    again: dict[str, list[str]] = {}
    for old in outdated:
        again.setdefault(old.sign_off.hire, []).append(old.sign_off.module)
    signed: dict[str, list[str]] = {}
    for hire, module in latest(facts):
        signed.setdefault(hire, []).append(module)
    return [
        _progress(facts, hire, track_of(facts, hire), sorted(signed.get(hire.id, ())), sorted(again.get(hire.id, ())))
        for hire in hires
    ]


def cohorts(progress: Sequence[Progress]) -> list[Cohort]:
    """By quarter and track, the latest first; the goals are those of today's track."""
    groups: dict[tuple[str, str], list[Progress]] = {}
    for one in progress:
        groups.setdefault((_quarter(one.hire.start), one.track), []).append(one)
    return [
        Cohort(
            quarter,
            track,
            tuple(one.hire.id for one in those),
            {milestone: _spread(milestone, those) for milestone in Milestone},
        )
        for (quarter, track), those in sorted(groups.items(), reverse=True)
    ]


def _progress(facts: Facts, hire: Hire, track: Track | None, signed: list[str], again: list[str]) -> Progress:
    dates = {milestone: getattr(hire, milestone) for milestone in Milestone}
    reached = {milestone: (on - hire.start).days for milestone, on in dates.items() if on}
    if track is None:
        return Progress(hire, reached=reached, signed=tuple(signed), again=tuple(again))
    goals = {milestone: days for milestone in Milestone if (days := getattr(track.goals, milestone, None)) is not None}
    since = ((hire.left or facts.today) - hire.start).days
    late = tuple(milestone for milestone, days in goals.items() if milestone not in reached and since > days)
    day = working_day(facts, hire, track)
    plan = facts.plans.get(track.id, Plan(track.id))
    behind = tuple(p.module for p in plan.placements if p.day < day and p.module not in signed)
    last = max(track.weeks, plan.last_week) * len(calendar_of(facts.playbook, track).weekdays)
    return Progress(hire, track.id, reached, goals, late, tuple(signed), behind, tuple(again), day, last)


def working_day(facts: Facts, hire: Hire, track: Track) -> int:
    """The working day of the programme that today is for a hire; 0 before the first."""
    calendar = calendar_of(facts.playbook, track)
    last = min(facts.today, hire.left or facts.today)
    days = (last - hire.start).days + 1
    return sum(calendar.works(hire.start + datetime.timedelta(days=passed)) for passed in range(max(0, days)))


def dates_of(facts: Facts, hire: Hire, track: Track) -> Dates:
    """The dates of the track's plan for a hire."""
    plan = facts.plans[track.id]
    last = max((refresher.day for refresher in plan.refreshers), default=plan.last_day)
    return Dates.of(calendar_of(facts.playbook, track), hire.start, max(1, plan.last_day, last))


def _quarter(day: datetime.date) -> str:
    return f"{day.year} Q{(day.month + 2) // 3}"


def _spread(milestone: Milestone, those: Sequence[Progress]) -> Spread:
    days = [one.reached[milestone] for one in those if milestone in one.reached]
    return Spread(len(days), median(days) if days else None, those[0].goals.get(milestone))
