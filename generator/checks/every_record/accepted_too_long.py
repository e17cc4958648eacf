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
from generator.location import Location

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
    for comment in facts.drift.allowances:
        ahead = (comment.until - facts.today).days if comment.until else 0
        if ahead > at_most:
            yield Complaint(
                Location(comment.file, comment.line, comment.column),
                f"a comment allows `{comment.what}` for {ahead} days",
                help=f"set a date at most {at_most} days ahead",
                source=comment.source,
                match=comment.what,
            )
