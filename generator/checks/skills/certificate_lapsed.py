"""A salesperson's certificate for a skill is older than it may be.

A certificate says what somebody could do then. Products, prices and competitors have changed since; so has the habit.
Let them show it again and add the new certificate. A note comes `soon` days before.

soon: 30 days, time enough to find a coach.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.skills import Skills
from generator.derive.facts import Facts
from generator.derive.state.due import lasting_certificates
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 30) -> Iterator[Complaint]:
    for position, certificate, until in lasting_certificates(facts.playbook, facts.today):
        left = (until - facts.today).days
        if left <= soon:
            yield Complaint(
                facts.playbook.area(Skills).at("certificates", position, "on"),
                f"a certificate for skill `{certificate.skill}` {'lapsed' if left < 0 else 'lapses'} on {until}",
                help="let them show it again and add the new certificate",
                label=f"{-left} days ago" if left < 0 else f"in {left} days",
                notes=(f"it is held by {facts.playbook.entries[certificate.person].label}",),
                record=certificate.skill,
                level=None if left < 0 else Level.NOTE,
                match=certificate.person,
            )
