"""The period of what is expected of a role is over, and no new one has been written.

Without quota and targets for this period, everybody works towards last period's, or their own. Write the new
expectation with `supersedes:` the old one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.performance import Expectation
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.derive.state.due import newest_expectations
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for expectation in newest_expectations(active(facts, Expectation)):
        if expectation.ends < facts.today:
            yield Complaint(
                expectation.at("ends"),
                f"what is expected of role `{expectation.role}` ended on {expectation.ends}",
                help="write the expectation of the new period, with `supersedes:` this one",
                label=f"{(facts.today - expectation.ends).days} days ago",
                record=expectation.id,
            )
