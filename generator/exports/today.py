"""What may be said today, for programs that write: messages with their numbers, words, and what not to say any more."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from generator.areas.company import Company
from generator.areas.glossary import Term
from generator.areas.messaging import Claim, Message
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.messages import find_said, plain
from generator.drift.wording import State

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""


class Closed(BaseModel):
    """No field but these."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Number(Closed):
    """A number that a message states, with the words that limit it and where it comes from."""

    value: float
    value_to: float | None = Field(default=None, description="The upper end of a range.")
    unit: str = ""
    qualifier: str = Field(default="", description="Must stand beside the number, for example `up to`.")
    as_of: str = Field(default="", description="The day on which it was true.")
    source: str = ""


class Line(Closed):
    """A message as it is to be said, to the letter."""

    id: str
    title: str
    part: str = Field(description="Its place in the message house, for example `tagline`.")
    text: str
    variants: list[str] = Field(default=[], description="Other approved wordings.")
    numbers: list[Number] = []
    until: str = Field(default="", description="The last day it may be said.")


class Old(Closed):
    """A wording not to use any more, and what to say instead, which may be nothing."""

    text: str
    instead: str = ""


class Word(Closed):
    """A word to use, and those not to use for the same thing."""

    use: str
    avoid: list[str] = []
    exact_case: bool = False


class Meaning(Closed):
    """A word of the trade."""

    term: str
    definition: str


class Today(Closed):
    """The approved messaging of one company on one day."""

    version: int = VERSION
    company: str
    day: str
    messages: list[Line]
    not_any_more: list[Old]
    words: list[Word]
    glossary: list[Meaning]


def today(facts: Facts) -> Today:
    """Of a playbook that was cut for its audience before."""
    said = find_said(facts.playbook, facts.today)
    old = [Old(text=w.text, instead=said.offers[w.id]) for w in said.wordings if w.state is State.RETIRED]
    variants: dict[str, list[str]] = {}
    for wording in said.wordings:
        if wording.state is State.VARIANT and wording.id not in said.since:
            variants.setdefault(wording.claim, []).append(wording.text)
    ends = {w.id: w.ends.isoformat() for w in said.wordings if w.ends}
    messages = [message for message in facts.playbook.of(Message) if message.id in said.current]
    return Today(
        company=facts.playbook.area(Company).name.strip(),
        day=facts.today.isoformat(),
        messages=[
            Line(
                id=message.id,
                title=plain(message.title, facts.playbook),
                part=message.part,
                text=said.texts[message.id],
                variants=variants.get(message.id, []),
                numbers=[_number(claim) for claim in message.claims],
                until=ends.get(message.id, ""),
            )
            for message in messages
        ],
        not_any_more=old,
        words=[Word(use=term.use, avoid=list(term.not_), exact_case=term.exact_case) for term in said.terms],
        glossary=[
            Meaning(term=term.label, definition=plain(term.definition, facts.playbook)) for term in current(facts, Term)
        ],
    )


def _number(claim: Claim) -> Number:
    return Number(
        value=claim.value,
        value_to=claim.value_to,
        unit=claim.unit or "",
        qualifier=(claim.qualifier or "").strip(),
        as_of=claim.as_of.isoformat() if claim.as_of else "",
        source=(claim.source or "").strip(),
    )
