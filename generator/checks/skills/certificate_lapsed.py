"""A salesperson's certificate for a skill is older than it may be.

A certificate says what somebody could do then. Products, prices and competitors have changed since; so has the habit.
Let them show it again and add the new certificate. A note comes `soon` days before.

soon: 30 days, time enough to find a coach.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.company import Person
from generator.areas.skills import Skill, Skills
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 30) -> Iterator[Complaint]:
    for (person, skill), (day, position) in _newest(facts).items():
        if skill.recertify_every is None or (person.left and person.left <= facts.today):
            continue
        until = day + datetime.timedelta(days=skill.recertify_every.days)
        left = (until - facts.today).days
        if left <= soon:
            yield Complaint(
                facts.playbook.area(Skills).at("certificates", position, "on"),
                f"a certificate for skill `{skill.id}` {'lapsed' if left < 0 else 'lapses'} on {until}",
                help="let them show it again and add the new certificate",
                label=f"{-left} days ago" if left < 0 else f"in {left} days",
                notes=(f"it is held by {person.name}",),
                record=skill.id,
                level=None if left < 0 else Level.NOTE,
                match=person.id,
            )


def _newest(facts: Facts) -> dict[tuple[Person, Skill], tuple[datetime.date, int]]:
    """The latest certificate of each person for each skill: its day and its place in the list."""
    newest: dict[tuple[str, str], tuple[datetime.date, int]] = {}
    for position, certificate in enumerate(facts.playbook.area(Skills).certificates):
        key = (certificate.person, certificate.skill)
        if key not in newest or newest[key][0] < certificate.on:
            newest[key] = (certificate.on, position)
    found = {}
    for (who, what), value in newest.items():
        person, skill = facts.playbook.entries.get(who), facts.playbook.entries.get(what)
        if isinstance(person, Person) and isinstance(skill, Skill) and skill.status is Status.ACTIVE:
            found[person, skill] = value
    return found
