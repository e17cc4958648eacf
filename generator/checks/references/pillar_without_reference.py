"""A pillar of the message house has no reference client behind it.

A pillar is what we say most often; somebody must be able to vouch for it. Name a reference in `proof:` of the pillar,
or of a message that stands under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    messages = current(facts, Message)
    references = {reference.id for reference in current(facts, Reference)}
    backed = {
        id_ for message in messages if references.intersection(message.proof) for id_ in (message.id, message.pillar)
    }
    for pillar in messages:
        if pillar.part == "pillar" and pillar.id not in backed:
            yield Complaint(
                pillar.at(),
                f"no reference client stands behind pillar `{pillar.id}`",
                help="add the id of a reference to `proof:` of the pillar or of a message under it",
                record=pillar.id,
            )
