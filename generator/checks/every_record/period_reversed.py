"""Something ends before it begins.

One of the two days is a slip, most often of the year. Whatever holds from one day to another holds on none then: an
expectation, a campaign, an upgrade plan, a record with `effective` and `expires`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
PAIRS = (("starts", "ends"), ("effective", "expires"))
"""The fields that hold a first and a last day, in every record that has both."""


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
