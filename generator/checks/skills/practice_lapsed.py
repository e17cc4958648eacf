"""A skill was not practised for longer than planned, and no practice is in the calendar.

Professionals practise every day; a skill that was trained once in January is gone by summer. Hold a session and add
it to `training_held`, or put one into `sessions`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from generator.areas.skills import Session, Skill, Skills, Training
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    area = facts.playbook.area(Skills)
    all_held, all_planned = _days(area.training_held), _days(area.sessions)
    for skill in current(facts, Skill):
        if skill.practise_every is None:
            continue
        cadence = datetime.timedelta(days=skill.practise_every.days)
        held, planned = all_held.get(skill.id, []), all_planned.get(skill.id, [])
        if any(facts.today - cadence <= day for day in held):
            continue
        if any(facts.today <= day <= facts.today + cadence for day in planned):
            continue
        said = f"was last practised on {max(held)}" if held else "was never practised"
        yield Complaint(
            skill.at("practise_every"),
            f"skill `{skill.id}` {said}",
            help="practise it and add it to `training_held:`",
            label=f"every {skill.practise_every}",
            record=skill.id,
        )


def _days(occasions: Sequence[Training] | Sequence[Session]) -> dict[str, list[datetime.date]]:
    """By the id of the skill."""
    days: dict[str, list[datetime.date]] = {}
    for occasion in occasions:
        days.setdefault(occasion.skill, []).append(occasion.on)
    return days
