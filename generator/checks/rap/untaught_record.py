"""A current message, objective, client profile or differentiator is taught by no module.

What a new salesperson is never taught, they make up. Add its id to `teaches:` of the module where it belongs; quoting
it in `say:` with `[[=id]]` or having it recited counts too. Of the messages only the main parts of the house are
looked at, since nobody learns forty by heart.

parts: the parts of the message house that every salesperson must be able to say, with blanks between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Differentiator
from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.areas.rap import Module
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.teaching import taught_in_modules
from generator.finding import Complaint, Level
from generator.model.record import Record

LEVEL = Level.WARNING


def check(facts: Facts, *, parts: str = "category tagline one-liner value-proposition pillar") -> Iterator[Complaint]:
    if not current(facts, Module):
        return
    taught = taught_in_modules(facts)
    messages = [message for message in current(facts, Message) if message.part in parts.split()]
    needed: list[Record] = [*current(facts, Objective), *current(facts, IdealClient), *messages]
    needed += current(facts, Differentiator)
    for record in needed:
        if record.id not in taught:
            yield Complaint(
                record.at(),
                f"no module teaches {record.KIND} `{record.id}`",
                help=f"add `{record.id}` to `teaches:` of a module",
                record=record.id,
            )
