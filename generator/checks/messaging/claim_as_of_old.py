"""A number in a message was true a long time ago, or nobody says when.

Numbers age without anybody touching them: what was measured with twelve clients is still quoted when there are two
hundred. Measure again, or ask the owner of the source; then write the day in `as_of`.

days: 365; a number that is older than a year has usually survived a release and a change of prices.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 365) -> Iterator[Complaint]:
    for message in current(facts, Message):
        for position, claim in enumerate(message.claims):
            age = (facts.today - claim.as_of).days if claim.as_of else None
            if age is not None and age <= days:
                continue
            said = f"is of {claim.as_of}" if age is not None else "has no date"
            yield Complaint(
                message.at("claims", position, "as_of") if age is not None else message.at("claims", position),
                f"the number {claim.value:g} in message `{message.id}` {said}",
                help="look whether it still holds and write the day in `as_of`",
                label=f"{age} days ago" if age is not None else "",
                record=message.id,
                subject=message.id,
            )
