"""The points of a rubric do not make 100, or a role-play has no rubric.

The pass mark is a share of 100. If the lines make 90, the best performance fails at 95; without lines, every coach
judges something else and the sign-off means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for module in current(facts, Module):
        assessment = module.assessment
        if assessment is None:
            continue
        total = sum(line.points for line in assessment.rubric)
        if assessment.rubric and abs(total - 100) > 0.01:
            yield Complaint(
                module.at("assessment", "rubric"),
                f"the rubric of module `{module.id}` makes {total:g} points, not 100",
                help="change the points so that they make 100",
                label=f"{total:g} in all",
                record=module.id,
            )
        elif assessment.sort == "role-play" and not assessment.rubric:
            yield Complaint(
                module.at("assessment"),
                f"the role-play of module `{module.id}` has no rubric",
                help="add `rubric:` with what the coach judges, 100 points in all",
                record=module.id,
                level=Level.WARNING,
            )
