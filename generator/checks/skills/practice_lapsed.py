"""A skill was not practised for longer than planned, and no practice is in the calendar.

Professionals practise every day; a skill that was trained once in January is gone by summer. Hold a session and add
it to `training_held`, or put one into `sessions`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.skills import Skill, Skills
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    area = facts.playbook.area(Skills)
    for skill in current(facts, Skill):
        if skill.practise_every is None:
            continue
        cadence = datetime.timedelta(days=skill.practise_every.days)
        held = [training.on for training in area.training_held if training.skill == skill.id]
        planned = [session.on for session in area.sessions if session.skill == skill.id]
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
