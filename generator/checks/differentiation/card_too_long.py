"""A card is too long to be used while a buyer is on the line.

The strip on top of a differentiator is read in ten seconds, an objection is answered within one breath or two. What
is longer is skipped. Put the rest in the consequence or on a page.

strip: 60 words for claim, question and line together; read silently at 240 words a minute that is fifteen seconds.
answer: 120 words for an objection's answer; spoken at 150 words a minute that is 48 seconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Differentiator, Objection
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts, *, strip: int = 60, answer: int = 120) -> Iterator[Complaint]:
    for differentiator in current(facts, Differentiator):
        top = (differentiator.claim, differentiator.question, differentiator.line)
        yield from _long(differentiator, "claim", sum(len((text or "").split()) for text in top), strip)
    for objection in current(facts, Objection):
        yield from _long(objection, "answer", len(objection.answer.split()), answer)


def _long(record: Differentiator | Objection, field: str, words: int, limit: int) -> Iterator[Complaint]:
    if words > limit:
        what = "claim, question and line" if field == "claim" else "whole answer"
        yield Complaint(
            record.at(field),
            f"{words} words in the {what} of {record.KIND} `{record.id}`",
            help=f"shorten them to {limit} words",
            label=f"{words - limit} too many",
            record=record.id,
        )
