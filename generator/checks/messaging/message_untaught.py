"""Salespeople are to say a message, and neither a module nor a skill teaches it.

A script or a talk track that nobody was taught is read aloud, or not at all. Add the message to `teaches:` of a
module, or have it recited. What is looked at are the messages that a source of the kind `talk` must carry; the main
parts of the message house are the matter of `untaught-record`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.areas.rap import Module
from generator.areas.skills import Skill
from generator.areas.sources import Source
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.teaching import taught_in_modules, trained_by_skills
from generator.finding import Complaint, Level

LEVEL = Level.NOTE
SMALL_PARTS = frozenset({"line", "proof-point", "boilerplate"})


def check(facts: Facts) -> Iterator[Complaint]:
    if not current(facts, Module) and not current(facts, Skill):
        return
    known = {*taught_in_modules(facts), *trained_by_skills(facts)}
    spoken = {id_: source.id for source in current(facts, Source) if source.kind == "talk" for id_ in source.must_carry}
    for message in current(facts, Message):
        if message.part in SMALL_PARTS and message.id in spoken and message.id not in known:
            yield Complaint(
                message.at(),
                f"message `{message.id}` is to be said in `{spoken[message.id]}`, and nothing teaches it",
                help=f"add `{message.id}` to `teaches:` of a module or a skill",
                record=message.id,
                subject=message.id,
            )
