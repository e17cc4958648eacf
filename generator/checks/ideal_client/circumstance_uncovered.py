"""We want to win in a buying circumstance and have no reference client or no message for it.

A client who buys for the first time fears other things than one who replaces a tool that failed. Without somebody who
was in the same place, and words for it, the seller improvises. Name the circumstance in `circumstances` of a
reference and of a message; records that name none are for everybody and do not count. A circumstance that we do not
want to win in gets `target: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Circumstance
from generator.areas.messaging import Message
from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    references, messages = current(facts, Reference), current(facts, Message)
    if not references and not messages:
        return
    told = {circumstance for message in messages for circumstance in message.circumstances}
    shown = {circumstance for reference in references for circumstance in reference.circumstances}
    for circumstance in facts.playbook.of(Circumstance):
        missing = [
            word for word, covered in (("reference", shown), ("message", told)) if circumstance.id not in covered
        ]
        if circumstance.target and missing:
            yield Complaint(
                circumstance.at(),
                f"circumstance `{circumstance.id}` has no {' and no '.join(missing)}",
                help=f"add `{circumstance.id}` to `circumstances:` of a {' and a '.join(missing)}",
                record=circumstance.id,
            )
