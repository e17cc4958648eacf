"""No ideal client, message or module is based on a current objective.

An objective reaches a client only through what salespeople do: whom they call, what they say, what they have learnt.
If none of it rests on the objective, nothing will change because of it, and nothing lights up when it changes. Add
the objective's id to `based_on:` of the records that are to bring it about.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.areas.rap import Module
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    serving = [*current(facts, IdealClient), *current(facts, Message), *current(facts, Module)]
    served = {id_ for record in serving for id_ in record.based_on}
    if not any(list(facts.playbook.of(cls)) for cls in (IdealClient, Message, Module)):
        return
    for objective in current(facts, Objective):
        if objective.id not in served:
            yield Complaint(
                objective.at(),
                f"no ideal client, message or module is based on objective `{objective.id}`",
                help=f"add `{objective.id}` to `based_on:` of a record that is to bring it about",
                record=objective.id,
            )
