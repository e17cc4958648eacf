"""A competency is to be judged, and no question or work sample brings it to light.

Without a question every interviewer asks another one, and what is compared is their mood. Ask for something the
candidate has done; better still, let them do it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import SalespersonProfile
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for profile in current(facts, SalespersonProfile):
        for position, competency in enumerate(profile.competencies):
            if not competency.question and not competency.work_sample:
                yield Complaint(
                    profile.at("competencies", position),
                    f"nothing is asked to judge competency `{competency.id}`",
                    help="add `question:` or `work_sample:`",
                    record=competency.id,
                )
