"""Something ends before it begins.

One of the two days is a slip, most often of the year. Whatever holds from one day to another holds on none then: an
expectation, a campaign, an upgrade plan, a record with `effective` and `expires`. A new salesperson reaches nothing
before the first day.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Hire
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
PAIRS = (("starts", "ends"), ("effective", "expires"))
"""The fields that hold a first and a last day, in every record that has both."""
SINCE_START = ("first_meeting", "first_deal", "full_productivity", "left")
"""What comes after a salesperson's first day."""


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        for first, last in PAIRS:
            begins, ends = getattr(record, first, None), getattr(record, last, None)
            if begins is not None and ends is not None and ends < begins:
                yield Complaint(
                    record.at(last),
                    f"{record.KIND} `{record.id}` ends on {ends}, before it begins on {begins}",
                    help=f"mend `{first}:` or `{last}:`",
                    label="before it begins",
                    record=record.id,
                )
    for hire in facts.playbook.of(Hire):
        for field in SINCE_START:
            reached = getattr(hire, field)
            if reached is not None and reached < hire.start:
                yield Complaint(
                    hire.at(field),
                    f"`{hire.id}` has `{field}` on {reached}, before the first day on {hire.start}",
                    help=f"mend `{field}` or `start`",
                    label="before the first day",
                    record=hire.id,
                )
