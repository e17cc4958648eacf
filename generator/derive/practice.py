"""Flash cards from the current playbook: what hires are taught to say, to answer, to cite, and the quiz questions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.areas.differentiation import Objection
from generator.areas.messaging import Message
from generator.areas.objectives import Objective
from generator.areas.rap import Module
from generator.areas.rap.assessment import QuizQuestion
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.messages import find_said, plain
from generator.derive.quiz import is_outdated
from generator.derive.teaching import taught_in_modules


class Kind(StrEnum):
    """What a card asks for."""

    CITE = "cite"
    """An objective in its own words."""
    SAY = "say"
    """A message word for word."""
    ANSWER = "answer"
    """What to say to an objection."""
    QUIZ = "quiz"
    """A question of a module."""


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """One card, in plain text. `id` stays the same while the record or the question does, whatever it says now.

    `prompt` is what is asked about, in the playbook's words; `options` are the answers to choose from, in a fixed
    order. `answer` is what to say, `more` what to know beside it. `modules` teach it; `week` is the first week of any
    track in which one of them lies, 0 where none does.
    """

    id: str
    kind: Kind
    prompt: str
    answer: str
    more: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    record: str = ""
    modules: tuple[str, ...] = ()
    week: int = 0


def practice_cards(facts: Facts) -> list[PracticeCard]:
    """By the week in which they are taught, then by kind; the questions of a module as they were written.

    Messages that no module teaches are left out, and questions whose answer has changed until somebody mends them.
    """
    weeks = _weeks(facts)
    cards = [*_objectives(facts, weeks), *_messages(facts, weeks), *_objections(facts, weeks), *_quizzes(facts, weeks)]
    return sorted(cards, key=lambda card: (card.week or 999, list(Kind).index(card.kind), _place(card)))


def _place(card: PracticeCard) -> str:
    return card.modules[0] if card.kind is Kind.QUIZ else card.id


def _objectives(facts: Facts, weeks: Mapping[str, int]) -> Iterator[PracticeCard]:
    taught = taught_in_modules(facts)
    for one in current(facts, Objective):
        more = (plain(one.for_salespeople, facts.playbook),) if one.for_salespeople else ()
        modules = taught.get(one.id, ())
        yield PracticeCard(
            f"{Kind.CITE}/{one.id}", Kind.CITE, one.label, plain(one.statement, facts.playbook), more,
            record=one.id, modules=modules, week=_first(modules, weeks),
        )  # fmt: skip


def _messages(facts: Facts, weeks: Mapping[str, int]) -> Iterator[PracticeCard]:
    taught = taught_in_modules(facts)
    sayable = find_said(facts.playbook, facts.today).current
    for message in current(facts, Message):
        modules = taught.get(message.id, ())
        if modules and message.id in sayable:
            yield PracticeCard(
                f"{Kind.SAY}/{message.id}", Kind.SAY, message.label, plain(message.text, facts.playbook),
                record=message.id, modules=modules, week=_first(modules, weeks),
            )  # fmt: skip


def _objections(facts: Facts, weeks: Mapping[str, int]) -> Iterator[PracticeCard]:
    taught = taught_in_modules(facts)
    for objection in current(facts, Objection):
        modules = taught.get(objection.id, ())
        more = tuple(plain(text, facts.playbook) for text in (objection.question, objection.behind_it) if text)
        yield PracticeCard(
            f"{Kind.ANSWER}/{objection.id}", Kind.ANSWER, plain(objection.they_say, facts.playbook),
            plain(objection.answer, facts.playbook), more,
            record=objection.id, modules=modules, week=_first(modules, weeks),
        )  # fmt: skip


def _quizzes(facts: Facts, weeks: Mapping[str, int]) -> Iterator[PracticeCard]:
    for module in current(facts, Module):
        seen: set[str] = set()
        for question in module.assessment.questions if module.assessment else ():
            card = _question(facts, module, question, weeks)
            if card.answer and card.id not in seen and not is_outdated(facts.playbook, question):
                seen.add(card.id)
                yield card


def _question(facts: Facts, module: Module, question: QuizQuestion, weeks: Mapping[str, int]) -> PracticeCard:
    """A question asked in other words is another card; its answer may change and the card stays."""
    asked = plain(question.question, facts.playbook)
    digest = hashlib.sha256(asked.casefold().encode()).hexdigest()[:8]
    right = [plain(option.text, facts.playbook) for option in question.options if option.right]
    explained = [plain(question.answer, facts.playbook)] if question.answer else []
    answer, *more = [" / ".join(right)] * bool(right) + explained or [""]
    options = tuple(plain(option.text, facts.playbook) for option in question.options)
    return PracticeCard(
        f"{Kind.QUIZ}/{module.id}/{digest}", Kind.QUIZ, asked, answer, tuple(more), options,
        record=question.about or "", modules=(module.id,), week=_first((module.id,), weeks),
    )  # fmt: skip


def _weeks(facts: Facts) -> dict[str, int]:
    found: dict[str, int] = {}
    for plan in facts.plans.values():
        for placement in plan.placements:
            found[placement.module] = min(placement.week, found.get(placement.module, placement.week))
    return found


def _first(modules: tuple[str, ...], weeks: Mapping[str, int]) -> int:
    return min((weeks[module] for module in modules if module in weeks), default=0)
