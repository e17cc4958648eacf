"""A quiz question has no right answer, or a quiz has no questions.

A hire who answers well and is told nothing, or is told wrong, trusts the rest less. Mark the right option with
`right: true`; a question without options needs an `answer`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.areas.rap.assessment import QuizQuestion
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for module in current(facts, Module):
        if module.assessment is None:
            continue
        if module.assessment.sort == "quiz" and not module.assessment.questions:
            yield Complaint(
                module.at("assessment"),
                f"the quiz of module `{module.id}` has no questions",
                help="add `questions:`",
                record=module.id,
            )
        for position, question in enumerate(module.assessment.questions):
            fault = _fault(question)
            if fault:
                yield Complaint(
                    module.at("assessment", "questions", position),
                    f"question {position + 1} in the quiz of module `{module.id}` has {fault}",
                    help=_cure(question),
                    record=module.id,
                )


def _cure(question: QuizQuestion) -> str:
    if not question.options:
        return "add `answer:` or `options:`"
    if any(option.right for option in question.options):
        return "take `right: true` from the wrong options, or add a wrong one"
    return "mark the right option with `right: true`"


def _fault(question: QuizQuestion) -> str:
    if not question.options:
        return "" if question.answer else "no answer"
    right = sum(option.right for option in question.options)
    if right == 0:
        return "no right option"
    return "nothing but right options" if right == len(question.options) else ""
