"""A week asks more of a coach than the time they have for new salespeople.

The coach says yes, and the fourth role-play of the day is a nod. For one hire the plan shows it; with several who
began close together, look at the real weeks from today on. Give a module another coach, raise `minutes_a_week` after
asking them, or let the next hire begin a week later.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from generator.areas.rap import Hire, Rap
from generator.derive.curriculum import Misfit
from generator.derive.facts import Facts
from generator.derive.hires.cohorts import dates_of
from generator.derive.hires.tracks import track_of
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    places = {coach.person: position for position, coach in enumerate(facts.playbook.area(Rap).coaches)}
    alone = list(_for_one(facts, places))
    yield from alone
    if not alone:
        yield from _for_all(facts, places)


def _for_one(facts: Facts, places: Mapping[str, int]) -> Iterator[Complaint]:
    seen = set()
    for track, plan in facts.plans.items():
        for clash in plan.clashes:
            if clash.misfit is Misfit.COACH and (clash.subject, clash.modules) not in seen:
                seen.add((clash.subject, clash.modules))
                yield Complaint(
                    facts.playbook.area(Rap).at("coaches", places[clash.subject], "minutes_a_week"),
                    f"week {clash.number} of track `{track}` asks {clash.found} minutes of `{clash.subject}`, "
                    f"{clash.over} more than there are",
                    help=f"give one of these another coach, or move it: {', '.join(clash.modules)}",
                    record=clash.subject,
                )


def _for_all(facts: Facts, places: Mapping[str, int]) -> Iterator[Complaint]:
    capacity = {coach.person: coach.minutes_a_week for coach in facts.playbook.area(Rap).coaches}
    for (coach, monday), asked in sorted(_asked(facts).items()):
        minutes = sum(asked.values())
        if coach in capacity and minutes > capacity[coach]:
            yield Complaint(
                facts.playbook.area(Rap).at("coaches", places[coach], "minutes_a_week"),
                f"{len(asked)} hires ask {minutes} minutes of `{coach}` in the week of {monday}, "
                f"{minutes - capacity[coach]} more than there are",
                help=f"let somebody else coach one of them that week: {', '.join(sorted(asked))}",
                record=coach,
            )


def _asked(facts: Facts) -> dict[tuple[str, datetime.date], dict[str, int]]:
    """Minutes by coach and Monday, from this week on, of each hire in the programme."""
    this_week = _monday(facts.today)
    asked: dict[tuple[str, datetime.date], dict[str, int]] = {}
    for hire in facts.playbook.of(Hire):
        track = track_of(facts, hire)
        if track is None or hire.left is not None:
            continue
        dates = dates_of(facts, hire, track)
        for placement in facts.plans[track.id].placements:
            monday = _monday(dates[placement.day])
            if placement.coach_minutes and monday >= this_week:
                minutes = asked.setdefault((placement.coach, monday), {})
                minutes[hire.id] = minutes.get(hire.id, 0) + placement.coach_minutes
    return asked


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())
