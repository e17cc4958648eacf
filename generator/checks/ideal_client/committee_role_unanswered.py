"""Somebody on the buying committee has an objection, and nothing says what to answer.

Deals are lost to the person nobody prepared for. Write the answer, or quote one that exists with `[[=id]]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for client in current(facts, IdealClient):
        for position, role in enumerate(client.committee):
            if role.objection and not role.answer:
                yield Complaint(
                    client.at("committee", position, "objection"),
                    f"the objection of persona `{role.persona}` at ideal client `{client.id}` has no answer",
                    help="add `answer:`",
                    label="unanswered",
                    record=client.id,
                )
