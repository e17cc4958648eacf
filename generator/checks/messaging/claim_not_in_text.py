"""A claim of a message has another number than its text.

Claims are what other places are compared with: `messages-contradict` and the pages read them, sources are held against
the text. When one is changed and the other forgotten, the playbook contradicts itself in one record. The finding names
both; write the number that is true in the text and in the claim. Notation is no difference, and a text without any
number is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.areas.messaging import Claim, Message
from generator.checks.quoted import listed
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.messages import plain
from generator.drift.claim import stated
from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.figure import word_value
from generator.drift.numbers.quantity import measured, quantities
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
MOST = 3


def check(facts: Facts) -> Iterator[Complaint]:
    for message in current(facts, Message):
        text = plain(message.text, facts.playbook)
        there = list(quantities(text)) if message.claims else []
        for position, claim in enumerate(message.claims):
            if there and not _is_said(claim, text, there):
                numbers = listed([text[number.start : measured(text, number)] for number in there], MOST)
                claimed = f"`{claim.about}` is {claim.value:.12g} in a claim of message `{message.id}`"
                yield Complaint(
                    message.at("claims", position, "value"),
                    f"{claimed}, its text says {numbers}",
                    help="write the number that is true in the text and in the claim",
                    label="not in the text",
                    record=message.id,
                    subject=message.id,
                )


def _is_said(claim: Claim, text: str, there: Sequence[Quantity]) -> bool:
    """Whether one of the numbers is that of the claim, whatever bounds it, or a part of it: `7` in `seven of ten`."""
    number = stated(claim.value, claim.value_to, claim.unit or "").number
    parts = {"value", "unit"} if claim.unit else {"value"}
    if any(not parts & set(number.differs(other)) for other in there):
        return True
    for other in reversed(there):  # what is left are years, versions and the like
        if not other.shared_by:
            text = f"{text[: other.start]} {text[other.end :]}"
    words = re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]+", text.lower())
    figures = {float(word) if word.isdecimal() else word_value(word) for word in words}
    return {claim.value, claim.value_to} - {None} <= figures
