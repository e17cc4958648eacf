"""Something ends before it begins.

One of the two days is a slip, most often of the year. Whatever holds from one day to another holds on none then: an
expectation, a campaign, an upgrade plan, a record with `effective` and `expires`. A new salesperson reaches nothing
before the first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.areas.rap import Hire
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Entry

LEVEL = Level.ERROR
PAIRS = (
    ("starts", "ends"),
    ("effective", "expires"),
    *(("start", last) for last in ("first_meeting", "first_deal", "full_productivity", "left")),
)
"""The fields that hold a first and a later day, in every record that has both."""


@cache
def _pairs(cls: type[Entry]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in PAIRS if cls.model_fields.keys() >= set(pair))


def check(facts: Facts) -> Iterator[Complaint]:
    for record in (*facts.playbook.records(), *facts.playbook.of(Hire)):
        for first, last in _pairs(type(record)):
            begins, ends = getattr(record, first), getattr(record, last)
            if begins is not None and ends is not None and ends < begins:
                yield Complaint(
                    record.at(last),
                    f"{record.KIND} `{record.id}` has `{last}` on {ends}, before its `{first}` on {begins}",
                    help=f"mend `{first}` or `{last}`",
                    label=f"before `{first}`",
                    record=record.id,
                )
