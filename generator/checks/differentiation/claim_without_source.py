"""A number or a superlative is claimed, and nothing says where it comes from.

"Saves 40 %" and "the fastest" are the first things a careful buyer asks about, and in many countries the law does
too. Give a message a `claims:` entry with `source:`, and a differentiator or an objection's answer a `proof:` with
`reference:` or `source:`; or leave the number out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.differentiation import Differentiator, Objection
from generator.areas.messaging import Message
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
UNIT = r"(?:%|percent\b|per cent\b|x\b|times\b|hours?\b|minutes?\b|days?\b|weeks?\b|EUR\b|€)"
NUMBER = rf"(?:[€$£]\s?)?\d+(?:[.,]\d+)*\s?{UNIT}"
SUPERLATIVE = (
    r"\bthe (?:best|fastest|largest|biggest|cheapest|safest|easiest|leading|only)\b"
    r"|\bnumber one\b|#1\b|\bworld[- ]class\b"
)
BOLD = re.compile(f"{NUMBER}|{SUPERLATIVE}", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Complaint]:
    for message in current(facts, Message):
        yield from _message(message)
    for differentiator in current(facts, Differentiator):
        sourced = any(proof.reference or proof.source for proof in differentiator.proof)
        if differentiator.proof and not sourced:
            yield from _bold(differentiator, "claim", differentiator.claim)
    for objection in current(facts, Objection):
        if not any(proof.reference or proof.source for proof in objection.proof):
            yield from _bold(objection, "answer", objection.answer)


def _message(message: Message) -> Iterator[Complaint]:
    for position, claim in enumerate(message.claims):
        if claim.source is None:
            yield Complaint(
                message.at("claims", position),
                f"message `{message.id}` claims {claim.value:g} {claim.unit or ''}".rstrip() + " without a source",
                help="add `source:` to the claim",
                record=message.id,
            )
    if not message.claims and not message.proof:
        yield from _bold(message, "text", message.text)


def _bold(record: Message | Differentiator | Objection, field: str, text: str) -> Iterator[Complaint]:
    found = BOLD.search(text)
    if found:
        cure = (
            "add `claims:` with its `source:`"
            if isinstance(record, Message)
            else "add `source:` or `reference:` to its proof"
        )
        yield Complaint(
            record.at(field),
            f"{record.KIND} `{record.id}` says `{found[0].strip()}` without a source",
            help=f"{cure}, or leave it out",
            label="says who",
            record=record.id,
        )
