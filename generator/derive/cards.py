"""Self-test for the foundation: what everybody must be able to cite, asked and answered from the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.reviews import fingerprint
from generator.model.record import Record

BY_HEART = ("tagline", "one-liner", "value-proposition")
"""The parts of the message house that are cited word by word."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question and what is to be said. `asks` is the kind of question: its words are a label of the language.

    `version` changes with the meaning of the records behind it, so that a card that was known is asked again.
    `answer` holds the lines to cite, in Markdown; `records` are the ids behind them, in the same order.
    """

    asks: str
    about: str
    answer: tuple[str, ...]
    records: tuple[str, ...]
    version: str


def foundation_cards(facts: Facts) -> list[Card]:
    """The current objectives together and one by one, each ideal client, and what is said word by word."""
    return [*_objectives(facts), *_clients(facts), *_messages(facts)]


def _objectives(facts: Facts) -> Iterator[Card]:
    objectives = sorted(current(facts, Objective), key=lambda one: -(one.weight or 0))
    if objectives:
        yield _card("objectives", "", [one.statement for one in objectives], objectives)
    for one in objectives:
        if one.for_salespeople:
            yield _card("for-salespeople", one.label, [one.for_salespeople], [one])


def _clients(facts: Facts) -> Iterator[Card]:
    for client in current(facts, IdealClient):
        if client.summary:
            yield _card("client", client.label, [client.summary], [client])
        out = [one.what for one in client.disqualifiers if one.hard]
        if out:
            yield _card("walk-away", client.label, out, [client])


def _messages(facts: Facts) -> Iterator[Card]:
    messages = current(facts, Message)
    for part in BY_HEART:
        yield from (
            _card(part, message.label, [message.text], [message]) for message in messages if message.part == part
        )


def _card(
    asks: str, about: str, answer: list[str], records: list[Objective] | list[IdealClient] | list[Message]
) -> Card:
    behind: list[Record] = list(records)
    version = "-".join(fingerprint(record).rpartition(":")[2][:6] for record in behind)
    return Card(asks, about, tuple(text.strip() for text in answer), tuple(one.id for one in behind), version)
