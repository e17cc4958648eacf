"""Gathers the curriculum of a track from what the company has written."""

from __future__ import annotations

import datetime

from generator.areas.rap import Module, Rap, Track
from generator.areas.rap.track import ClientMoment
from generator.derive.curriculum.dates import calendar_of
from generator.derive.curriculum.place import plan
from generator.derive.curriculum.result import Plan
from generator.derive.curriculum.task import Curriculum, Moment, Task
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.words import Status


def find_plans(playbook: Playbook, today: datetime.date) -> dict[str, Plan]:
    """The plan of each track that holds today, by the track's id."""
    return {
        track.id: plan(curriculum_of(playbook, track, today)) for track in playbook.of(Track) if _holds(track, today)
    }


def curriculum_of(playbook: Playbook, track: Track, today: datetime.date) -> Curriculum:
    """The modules of the track that hold today, with its moments, load and coaches."""
    rap = playbook.area(Rap)
    capacity: dict[str, int] = {}
    for coach in rap.coaches:
        capacity[coach.person] = capacity.get(coach.person, 0) + coach.minutes_a_week
    return Curriculum(
        tasks=tuple(_task(module) for module in modules_of(playbook, track, today)),
        moments=_moments(playbook, track),
        minutes_a_week=rap.load.minutes_a_week,
        first_week=rap.load.first_week,
        topics_a_day=rap.load.topics_a_day,
        refresher_minutes=max(0, rap.load.refresher_minutes),
        days_a_week=len(calendar_of(playbook, track).weekdays),
        weeks=track.weeks,
        coaches=capacity,
        track=track.id,
    )


def modules_of(playbook: Playbook, track: Track, today: datetime.date) -> list[Module]:
    """The modules of a track; one that names no track belongs to all."""
    modules = (module for module in playbook.of(Module) if _holds(module, today))
    return [module for module in modules if not module.tracks or track.id in module.tracks]


def _moments(playbook: Playbook, track: Track) -> tuple[Moment, ...]:
    own = {day.moment: day.day for day in track.moments}
    return tuple(Moment(moment.id, own.get(moment.id, moment.day)) for moment in playbook.of(ClientMoment))


def _task(module: Module) -> Task:
    return Task(
        id=module.id,
        minutes=max(0, module.minutes),
        needs=tuple(module.prerequisites),
        moment=module.needed_by or "",
        day=module.day,
        coach=module.coach or "",
        coach_minutes=max(0, module.coached),
        refreshers=tuple(module.refreshers),
    )


def _holds(record: Record, day: datetime.date) -> bool:
    """Active, begun, and not over."""
    begun = record.effective is None or record.effective <= day
    return record.status is Status.ACTIVE and begun and (record.expires is None or day <= record.expires)
