"""Something is expected of salespeople, and when it was trained nobody can say.

Whoever complains that the team "does not sell value" must say when and how it was trained. What is looked at: the
main parts of the message house, the behaviours that pay asks for, and the competencies of the profiles. It counts as
trained where a module teaches it, or a skill that trains it was practised in the last `days` or has a session
planned. A behaviour or competency that no skill and no module so much as names is reported by `behaviour-untrained`
or `competency-untrained` instead.

days: 365; what was trained longer ago was trained to other people.
parts: the parts of the message house that every salesperson must be able to say, with blanks between them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.areas.ideal_salesperson import SalespersonProfile
from generator.areas.messaging import Message
from generator.areas.rap import Module
from generator.areas.skills import Skill, Skills
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.teaching import taught_in_modules, trained_by_skills
from generator.finding import Complaint, Level
from generator.model.record import Entry

LEVEL = Level.WARNING


def check(
    facts: Facts, *, days: int = 365, parts: str = "tagline one-liner value-proposition pillar"
) -> Iterator[Complaint]:
    if not current(facts, Module) and not current(facts, Skill):
        return
    if not facts.knows_all(Module) or not facts.knows_all(Skill):
        return
    taught, skills = taught_in_modules(facts), trained_by_skills(facts)
    practised = _practised(facts, facts.today - datetime.timedelta(days=days))
    for entry in _expected(facts, parts.split()):
        named = skills.get(entry.id, ())
        if entry.id in taught or practised.intersection(named):
            continue
        if named or isinstance(entry, Message):
            yield Complaint(
                entry.at(),
                f"{entry.KIND} `{entry.id}` is expected, and nothing has trained it",
                help=f"hold a training of skill `{named[0]}`"
                if named
                else f"add `{entry.id}` to `teaches:` of a skill",
                record=entry.id,
            )


def _expected(facts: Facts, parts: list[str]) -> Iterator[Entry]:
    yield from (message for message in current(facts, Message) if message.part in parts)
    for plan in current(facts, PayPlan):
        yield from (component for component in plan.components if component.behaviour)
    for profile in current(facts, SalespersonProfile):
        yield from profile.competencies


def _practised(facts: Facts, since: datetime.date) -> set[str]:
    """The skills that were trained since then, or are to be."""
    area = facts.playbook.area(Skills)
    held = {training.skill for training in area.training_held if since <= training.on <= facts.today}
    return held | {session.skill for session in area.sessions if session.on >= since}
