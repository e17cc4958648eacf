"""A skill is trained that no message, competency or pay asks for and no metric shows.

Training that is tied to nothing is the first to be dropped, and rightly. Say in `teaches:` what it is for, and in
`metric:` how it would show.
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
        if not skill.teaches and not skill.based_on and skill.metric is None:
            yield Complaint(
                skill.at(),
                f"skill `{skill.id}` is tied to nothing",
                help="add `teaches:` with what it is for, or `metric:` with how it shows",
                record=skill.id,
            )
