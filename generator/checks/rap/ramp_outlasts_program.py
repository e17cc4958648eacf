"""The programme ends before the hire is fully productive, so the last stretch is walked alone.

Between the last gate and the full quota nobody looks any more; that is where good people are lost. Add a gate on the
day of full productivity, lengthen the programme, or shorten the ramp by mending what holds it up. The programme lasts
until the last of its weeks, gates and refreshers.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Track
from generator.derive.current import current
from generator.derive.curriculum import Plan
from generator.derive.facts import Facts
from generator.derive.hires.payback import ramp_days
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.WARNING
WEEK = 7


def check(facts: Facts) -> Iterator[Complaint]:
    for track in current(facts, Track):
        ends = _ends(track, facts.plans[track.id])
        productive, at = _productive(track)
        if productive > ends:
            yield Complaint(
                at,
                f"track `{track.id}` is fully productive on day {productive}, and its programme ends on day {ends}",
                help=f"add a gate on `day: {productive}`, or shorten the ramp",
                record=track.id,
            )


def _ends(track: Track, plan: Plan) -> int:
    """The programme's last calendar day."""
    gates = max((gate.day for gate in track.gates), default=0)
    refreshed = max((plan.by_module[r.module].day * WEEK // 5 + r.after for r in plan.refreshers), default=0)
    return max(track.weeks * WEEK, gates, refreshed)


def _productive(track: Track) -> tuple[int, Location]:
    """The calendar day of full productivity, by the goal or the ramp, whichever is later."""
    goal = track.goals.full_productivity if track.goals and track.goals.full_productivity else 0
    ramp = ramp_days(track.economics) if track.economics else 0
    return (goal, track.at("goals", "full_productivity")) if goal >= ramp else (ramp, track.at("economics", "ramp"))
