"""A finding is accepted for more than a year.

What is accepted without an end is not accepted but forgotten. A year covers every reprint and every
fair.

at_most: 366 days, one year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Company
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts, *, at_most: int = 366) -> Iterator[Complaint]:
    company = facts.playbook.area(Company)
    for position, accepted in enumerate(company.accepted):
        ahead = (accepted.until - facts.today).days
        if ahead > at_most:
            yield Complaint(
                company.at("accepted", position, "until"),
                f"`{accepted.rule}` is accepted for {ahead} days",
                help=f"set a date at most {at_most} days ahead",
                label="too far ahead",
                record=accepted.record or "",
            )
