"""Cards made from what the playbook says today: what is asked, what is right, and who teaches it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.areas.differentiation import Differentiator, Objection
from generator.areas.glossary import Term
from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.areas.rap import Module
from generator.areas.rap.assessment import QuizQuestion
from generator.derive.current import active, current
from generator.derive.facts import Facts
from generator.derive.hires.quiz import is_outdated
from generator.derive.hires.teaching import taught_in_modules
from generator.derive.messages import find_said, plain
from generator.model.record import Record

R = TypeVar("R", bound=Record)

HOUSE = ("tagline", "one-liner", "value-proposition", "pillar")
"""The parts of the message house that everybody learns, whether a module teaches them or not."""
BY_HEART = ("tagline", "one-liner", "value-proposition")
"""Those of them that everybody can cite word by word."""


class Ask(StrEnum):
    """The kind of question; its words are a label of the language."""

    SAY = "say"
    OBJECTIVES = "objectives"
    OBJECTIVE = "objective"
    FOR_YOU = "for-you"
    CLIENT = "client"
    WALK_AWAY = "walk-away"
    TRIGGERS = "triggers"
    WHY_US = "why-us"
    OBJECTION = "objection"
    TERM = "term"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Card:
    """A question and what is right. All texts are Markdown as the company wrote it.

    `id` stays while the record keeps its own, or a quiz question its words, whatever the answer says. `answer` is one
    text, or the points of a list; `more` is what to know beside it. `options` are the answers to choose from.
    `records` are the ids behind the card, `modules` those that teach it.
    """

    id: str
    deck: str
    ask: Ask
    about: str
    answer: tuple[str, ...]
    records: tuple[str, ...]
    more: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    by_heart: bool = False
    """Whether it is among the few that everybody in the company can cite."""

    @property
    def text(self) -> str:
        """The answer as one text."""
        if len(self.answer) == 1:
            return self.answer[0]
        return "\n".join(f"- {' '.join(point.split())}" for point in self.answer)

    @property
    def digest(self) -> str:
        """Changes when the answer does, so that whoever learnt the old one sees it."""
        return hashlib.sha256("\n".join(self.answer).encode()).hexdigest()[:8]


def find_cards(facts: Facts) -> list[Card]:
    """The cards of what holds today, deck by deck in the order in which they are best learnt.

    Messages out of season are left out, and quiz questions whose answer has changed until somebody mends them.
    """
    known = _Known(facts)
    makers = (_messages, _objectives, _clients, _why_us, _objections, _terms, _questions)
    return [card for maker in makers for card in maker(known)]


class _Known:
    """What every maker of cards asks for, worked out once."""

    def __init__(self, facts: Facts) -> None:
        self.playbook = facts.playbook
        self.taught = taught_in_modules(facts)
        self.sayable = find_said(facts.playbook, facts.today).current
        self._facts = facts
        begun = (one for one in active(facts, Record) if one.effective is None or one.effective <= facts.today)
        self._replaced = {one.supersedes for one in begun if one.supersedes}

    def of(self, cls: type[R]) -> list[R]:
        """Those that hold today and that nothing has replaced."""
        return [one for one in current(self._facts, cls) if one.id not in self._replaced]


def _messages(known: _Known) -> Iterator[Card]:
    for one in known.of(Message):
        if one.id in known.sayable and (one.part in HOUSE or one.id in known.taught):
            yield _card(known, one, "messages", Ask.SAY, one.label, one.text, by_heart=one.part in BY_HEART)


def _objectives(known: _Known) -> Iterator[Card]:
    objectives = sorted(known.of(Objective), key=lambda one: -(one.weight or 0))
    if objectives:
        every = tuple(one.statement.strip() for one in objectives)
        ids = tuple(one.id for one in objectives)
        yield Card("objectives.all", "objectives", Ask.OBJECTIVES, "", every, ids, by_heart=True)
    for one in objectives:
        yield _card(known, one, "objectives", Ask.OBJECTIVE, one.label, one.statement)
        if one.for_salespeople:
            yield _card(known, one, "objectives", Ask.FOR_YOU, one.label, one.for_salespeople, by_heart=True)


def _clients(known: _Known) -> Iterator[Card]:
    for one in known.of(IdealClient):
        if one.summary:
            yield _card(known, one, "clients", Ask.CLIENT, one.label, one.summary, by_heart=True)
        hard = [reason.what for reason in one.disqualifiers if reason.hard]
        if hard:
            yield _card(known, one, "clients", Ask.WALK_AWAY, one.label, *hard, by_heart=True)
        if one.triggers:
            yield _card(known, one, "clients", Ask.TRIGGERS, one.label, *(trigger.event for trigger in one.triggers))


def _why_us(known: _Known) -> Iterator[Card]:
    for one in known.of(Differentiator):
        yield _card(known, one, "why-us", Ask.WHY_US, one.buyer_says or one.label, one.line or one.claim)


def _objections(known: _Known) -> Iterator[Card]:
    for one in known.of(Objection):
        more = [text for text in (one.question, one.behind_it) if text]
        yield _card(known, one, "objections", Ask.OBJECTION, one.they_say, one.answer, more=more)


def _terms(known: _Known) -> Iterator[Card]:
    for one in known.of(Term):
        yield _card(known, one, "terms", Ask.TERM, one.label, one.definition)


def _questions(known: _Known) -> Iterator[Card]:
    for module in known.of(Module):
        made: dict[str, Card] = {}
        for question in module.assessment.questions if module.assessment else ():
            if not is_outdated(known.playbook, question):
                card = _question(known, module, question)
                made.setdefault(card.id, card)
        yield from (card for card in made.values() if card.answer)


def _question(known: _Known, module: Module, question: QuizQuestion) -> Card:
    """A question asked in other words is another card; its answer may change and the card stays."""
    asked = plain(question.question, known.playbook).casefold()
    right = tuple(option.text.strip() for option in question.options if option.right)
    explained = (question.answer.strip(),) if question.answer else ()
    return Card(
        f"{module.id}.{hashlib.sha256(asked.encode()).hexdigest()[:8]}",
        "questions",
        Ask.QUESTION,
        question.question,
        right or explained,
        tuple(id for id in (question.about, module.id) if id),
        explained if right else (),
        tuple(option.text.strip() for option in question.options),
        (module.id,),
    )


FIRST = frozenset({Ask.SAY, Ask.OBJECTIVE, Ask.CLIENT, Ask.WHY_US, Ask.OBJECTION, Ask.TERM})
"""What is asked first of a record: that card bears the record's own id."""


def _card(
    known: _Known,
    record: Record,
    deck: str,
    ask: Ask,
    about: str,
    *answer: str,
    more: Sequence[str] = (),
    by_heart: bool = False,
) -> Card:
    return Card(
        record.id if ask in FIRST else f"{record.id}.{ask}",
        deck,
        ask,
        about,
        tuple(text.strip() for text in answer),
        (record.id,),
        tuple(text.strip() for text in more),
        modules=known.taught.get(record.id, ()),
        by_heart=by_heart,
    )
