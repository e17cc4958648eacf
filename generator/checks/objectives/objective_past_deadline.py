"""The deadline of an objective has passed, and it still counts as current.

Salespeople who are asked for last year's objectives stop reading this year's. Say how it ended: retire it, or write
its successor with `supersedes:` so that the history stays. What is based on it then shows up as suspect, which is the
point.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.derive.current import active, holds
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for objective in active(facts, Objective):
        if objective.deadline is None or objective.deadline >= facts.today or not holds(objective, facts.today):
            continue
        yield Complaint(
            objective.at("deadline"),
            f"the deadline of objective `{objective.id}` passed on {objective.deadline}",
            help="set `status: retired`, or write its successor with `supersedes:`",
            label=f"{(facts.today - objective.deadline).days} days ago",
            record=objective.id,
        )
