"""Two messages state different numbers for the same thing.

Then every source is wrong by one of them, and no comparison can say which. Agree on one number; where both are right,
they are about different things: give their claims different words in `about`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Claim, Message
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    first: dict[str, tuple[Message, Claim]] = {}
    for message in current(facts, Message):
        for position, claim in enumerate(message.claims):
            other, said = first.setdefault(claim.about, (message, claim))
            if _number(claim) != _number(said):
                yield Complaint(
                    message.at("claims", position, "value"),
                    f"`{claim.about}` is {_words(claim)} in message `{message.id}` and {_words(said)} in `{other.id}`",
                    help="write the number that is true in both, or give the claims different words in `about`",
                    label=f"`{other.id}` says {_words(said)}",
                    record=message.id,
                    subject=message.id,
                )


def _number(claim: Claim) -> tuple[object, ...]:
    return claim.value, claim.value_to, claim.unit, (claim.qualifier or "").strip().casefold()


def _words(claim: Claim) -> str:
    upper = f" to {claim.value_to:g}" if claim.value_to is not None else ""
    return " ".join(f"{claim.qualifier or ''} {claim.value:g}{upper} {claim.unit or ''}".split())
