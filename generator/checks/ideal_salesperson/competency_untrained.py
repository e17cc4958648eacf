"""A competency is expected that neither a module nor a skill trains.

What is judged in the interview and never trained afterwards depends on luck. Add the competency's id to `teaches:` of
the module or skill that builds it; or decide that people must bring it, and move it to `must_haves`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import SalespersonProfile
from generator.areas.rap import Module
from generator.areas.skills import Skill
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.teaching import taught_in_modules, trained_by_skills
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    if not any(list(facts.playbook.of(cls)) for cls in (Module, Skill)):
        return
    trained = {*taught_in_modules(facts), *trained_by_skills(facts)}
    for profile in current(facts, SalespersonProfile):
        for position, competency in enumerate(profile.competencies):
            if competency.id not in trained:
                yield Complaint(
                    profile.at("competencies", position),
                    f"no module and no skill trains competency `{competency.id}`",
                    help=f"add `{competency.id}` to `teaches:` of a module or a skill, or make it a must-have",
                    record=competency.id,
                )
