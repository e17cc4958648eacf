"""A skill is judged by nobody but the salespeople themselves.

People who can do something little rate themselves highest. Add at least one other judge: a peer, the coach, a
recorded call.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.skills import Skill
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for skill in current(facts, Skill):
        if set(skill.judged_by) == {"self"}:
            yield Complaint(
                skill.at("judged_by"),
                f"skill `{skill.id}` is judged only by those who practise it",
                help="add `peer`, `coach`, `manager`, `recording` or `client`",
                label="only oneself",
                record=skill.id,
            )
