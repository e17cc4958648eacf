"""A reference client's number differs between the places where we state it.

The prospect reads 40 % in the brochure and hears 30 % from the client. The sentence of a result must hold its number,
and a message that names the client as proof must state the same number for the same thing (`about`). Find out which
is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.areas.references import Reference, Result
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


def check(facts: Facts) -> Iterator[Complaint]:
    for reference in current(facts, Reference):
        for position, result in enumerate(reference.results):
            yield from _sentence(reference, position, result)
    for message in current(facts, Message):
        yield from _message(facts, message)


def _sentence(reference: Reference, position: int, result: Result) -> Iterator[Complaint]:
    """A sentence without any digits may put the number in words."""
    written = [_value(match) for match in DIGITS.findall(result.text)]
    if result.value is not None and written and f"{result.value:g}" not in written:
        yield Complaint(
            reference.at("results", position, "value"),
            f"a result of reference `{reference.id}` is {result.value:g}, and its sentence says another number",
            help="write the same number in `text` and `value`",
            label=f"the sentence says {', '.join(written)}",
            record=reference.id,
        )


def _message(facts: Facts, message: Message) -> Iterator[Complaint]:
    for position, claim in enumerate(message.claims):
        for id_ in message.proof:
            reference = facts.playbook.entries.get(id_)
            if not isinstance(reference, Reference):
                continue
            for result in reference.results:
                if result.about == claim.about and result.value not in (None, claim.value, claim.value_to):
                    yield Complaint(
                        message.at("claims", position, "value"),
                        f"message `{message.id}` says {claim.value:g}, its proof `{reference.id}` {result.value:g}",
                        help="find out which is right, or name another proof",
                        label=f"`{reference.id}` says {result.value:g}",
                        record=message.id,
                    )


def _value(digits: str) -> str:
    """The number as Python writes it: `1,200` and `1 200` are 1200, `2,5` is 2.5."""
    plain = re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        return f"{float(plain):g}"
    except ValueError:
        return digits
