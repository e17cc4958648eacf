"""Two messages state different numbers for the same thing.

Then every source is wrong by one of them, and no comparison can say which. Found by what the claims are `about`, and
where two texts or variants say the same words with another number, value, unit or qualifier. Notation is no difference:
`EUR` is `€`, `h` is `hours`, `15` with the unit `k` is 15,000 and `over` is `more than`. Agree on one number; where
both are right, they are about different things: say so in the texts, or give the claims different words in `about`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.areas.messaging import Claim, Message
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.drift.claim import Stated, stated
from generator.drift.result import Disagreement
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
CURE = "write the number that is true in both, or give the claims different words in `about`"


def check(facts: Facts) -> Iterator[Complaint]:
    messages: Mapping[str, Message] = {message.id: message for message in current(facts, Message)}
    told = set()
    for message, position, other, said in _unequal(messages):
        told.add(frozenset((message.id, other.id)))
        claim = message.claims[position]
        yield Complaint(
            message.at("claims", position, "value"),
            f"`{claim.about}` is {_words(claim)} in message `{message.id}` and {_words(said)} in `{other.id}`",
            help=CURE,
            label=f"`{other.id}` says {_words(said)}",
            record=message.id,
            subject=message.id,
        )
    for found in facts.drift.disagreements:
        one, second = messages.get(found.one.claim), messages.get(found.other.claim)
        pair = frozenset((found.one.claim, found.other.claim))
        if one and second and pair not in told and not _about_other_things(one, second):
            told.add(pair)
            yield _same_words(found, one, second)


def _unequal(messages: Mapping[str, Message]) -> Iterator[tuple[Message, int, Message, Claim]]:
    """Claims about one thing that differ from the first about it."""
    first: dict[str, tuple[Message, Claim]] = {}
    for message in messages.values():
        for position, claim in enumerate(message.claims):
            other, said = first.setdefault(claim.about, (message, claim))
            if _stated(claim).differs(_stated(said)):
                yield message, position, other, said


def _same_words(found: Disagreement, one: Message, other: Message) -> Complaint:
    said, instead = (" and ".join(numbers) for numbers in zip(*((n.said, n.found) for n in found.numbers), strict=True))
    if said == instead:
        said, instead = f"“{found.one.text}”", f"“{found.other.text}”"
    second = f"`{other.id}`" if one is not other else "another of its wordings"
    return Complaint(
        one.at("text"),
        f"message `{one.id}` says {said} where {second} says {instead} in the same words",
        help=CURE if one is not other else "write the number that is true in all wordings of the message",
        label=f"`{other.id}` says {instead}" if one is not other else f"a variant says {instead}",
        record=one.id,
        subject=one.id,
    )


def _about_other_things(one: Message, other: Message) -> bool:
    """Whether both say what their numbers are about, and it is not the same."""
    mine, theirs = {claim.about for claim in one.claims}, {claim.about for claim in other.claims}
    return one is not other and bool(mine and theirs) and not mine & theirs


def _stated(claim: Claim) -> Stated:
    return stated(claim.value, claim.value_to, claim.unit or "", claim.qualifier or "")


def _words(claim: Claim) -> str:
    upper = f" to {claim.value_to:.12g}" if claim.value_to is not None else ""
    return " ".join(f"{claim.qualifier or ''} {claim.value:.12g}{upper} {claim.unit or ''}".split())
