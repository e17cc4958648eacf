"""A salesperson's certificate for a skill is older than it may be.

A certificate says what somebody could do then. Products, prices and competitors have changed since; so has the habit.
Let them show it again and add the new certificate. A note comes `soon` days before.

soon: 30 days, time enough to find a coach.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.company import Person
from generator.areas.skills import Certificate, Skill, Skills
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 30) -> Iterator[Complaint]:
    area, entries = facts.playbook.area(Skills), facts.playbook.entries
    for position, certificate in _newest(area).items():
        person, skill = entries.get(certificate.person), entries.get(certificate.skill)
        if not isinstance(person, Person) or not isinstance(skill, Skill) or not _counts(person, skill, facts.today):
            continue
        assert skill.recertify_every is not None
        until = certificate.on + datetime.timedelta(days=skill.recertify_every.days)
        left = (until - facts.today).days
        if left <= soon:
            yield Complaint(
                area.at("certificates", position, "on"),
                f"a certificate for skill `{skill.id}` {'lapsed' if left < 0 else 'lapses'} on {until}",
                help="let them show it again and add the new certificate",
                label=f"{-left} days ago" if left < 0 else f"in {left} days",
                notes=(f"it is held by {person.name}",),
                record=skill.id,
                level=None if left < 0 else Level.NOTE,
                match=person.id,
            )


def _newest(area: Skills) -> dict[int, Certificate]:
    """The latest certificate of each person for each skill, by its place in the list."""
    newest: dict[tuple[str, str], tuple[int, Certificate]] = {}
    for position, certificate in enumerate(area.certificates):
        key = (certificate.person, certificate.skill)
        if key not in newest or newest[key][1].on < certificate.on:
            newest[key] = (position, certificate)
    return dict(newest.values())


def _counts(person: Person, skill: Skill, today: datetime.date) -> bool:
    gone = person.left is not None and person.left <= today
    return not gone and skill.status is Status.ACTIVE and skill.recertify_every is not None
