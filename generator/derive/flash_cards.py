"""Flash cards made from what the playbook says today: what is asked, what is right, and where it stands."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.areas.differentiation import Differentiator, Objection
from generator.areas.glossary import Term
from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.derive.current import holds
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.words import Status

R = TypeVar("R", bound=Record)

HOUSE = ("tagline", "one-liner", "value-proposition", "pillar")
"""The parts of the message house that everybody can say by heart."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `ask` names the question, `about` is what it asks about, `answer` the record's own words.

    Both texts are Markdown as the company wrote it. The id does not change while the record keeps its own.
    """

    id: str
    deck: str
    ask: str
    about: str
    answer: str
    record: str

    @property
    def digest(self) -> str:
        """Changes when the answer does, so that whoever learnt the old one sees it."""
        return hashlib.sha256(self.answer.strip().encode()).hexdigest()[:8]


def find_cards(playbook: Playbook, today: datetime.date) -> list[Card]:
    """The cards of the records that hold today, deck by deck in the order in which they are best learnt."""
    return [
        *_messages(_current(playbook, Message, today)),
        *_objectives(_current(playbook, Objective, today)),
        *_clients(_current(playbook, IdealClient, today)),
        *_why_us(_current(playbook, Differentiator, today)),
        *_objections(_current(playbook, Objection, today)),
        *_terms(_current(playbook, Term, today)),
    ]


def _messages(messages: list[Message]) -> Iterator[Card]:
    for one in messages:
        if one.part in HOUSE:
            yield Card(one.id, "messages", "say", one.label, one.text, one.id)


def _objectives(objectives: list[Objective]) -> Iterator[Card]:
    for one in objectives:
        yield Card(one.id, "objectives", "objective", one.label, one.statement, one.id)
        if one.for_salespeople:
            yield Card(f"{one.id}.for-you", "objectives", "for-you", one.label, one.for_salespeople, one.id)


def _clients(profiles: list[IdealClient]) -> Iterator[Card]:
    for one in profiles:
        if one.summary:
            yield Card(one.id, "clients", "client", one.label, one.summary, one.id)
        hard = [reason.what for reason in one.disqualifiers if reason.hard]
        if hard:
            yield Card(f"{one.id}.walk-away", "clients", "walk-away", one.label, _lines(hard), one.id)
        if one.triggers:
            answer = _lines([trigger.event for trigger in one.triggers])
            yield Card(f"{one.id}.triggers", "clients", "triggers", one.label, answer, one.id)


def _why_us(differentiators: list[Differentiator]) -> Iterator[Card]:
    for one in differentiators:
        yield Card(one.id, "why-us", "why-us", one.buyer_says or one.label, one.line or one.claim, one.id)


def _objections(objections: list[Objection]) -> Iterator[Card]:
    for one in objections:
        answer = f"{one.answer.strip()}\n\n{one.question}" if one.question else one.answer
        yield Card(one.id, "objections", "objection", one.they_say, answer, one.id)


def _terms(terms: list[Term]) -> Iterator[Card]:
    for one in terms:
        yield Card(one.id, "terms", "term", one.label, one.definition, one.id)


def _lines(items: list[str]) -> str:
    return "\n".join(f"- {item.strip()}" for item in items)


def _current(playbook: Playbook, cls: type[R], today: datetime.date) -> list[R]:
    replaced = {
        record.supersedes
        for record in playbook.records()
        if record.supersedes and (record.effective is None or record.effective <= today)
    }
    return [one for one in playbook.of(cls) if one.id not in replaced and _in_use(one, today)]


def _in_use(record: Record, day: datetime.date) -> bool:
    return record.status is Status.ACTIVE and holds(record, day)
