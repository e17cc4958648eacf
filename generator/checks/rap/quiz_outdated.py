"""A quiz question rests on a field that says something else now.

The hire is taught today's number and marked wrong for it, or worse, marked right for last year's. Mend question and
answer, then write in `holds_while` what the field says now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.areas.rap import Module
from generator.areas.rap.assessment import QuizQuestion
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for module in current(facts, Module):
        for position, question in enumerate(module.assessment.questions if module.assessment else ()):
            if question.holds_while is None or question.about not in facts.playbook.entries:
                continue
            now = _now(facts, question)
            if now != " ".join(question.holds_while.split()):
                yield Complaint(
                    module.at("assessment", "questions", position, "holds_while"),
                    f"question {position + 1} of module `{module.id}` rests on what `{question.about}` used to say",
                    help="mend question and answer, then write in `holds_while` what the field says now",
                    label=f"`{question.field or 'quote'}` says `{now}` now"
                    if now
                    else f"there is no `{question.field}` now",
                    record=module.id,
                )


def _now(facts: Facts, question: QuizQuestion) -> str:
    """What the field says, in one line; numbers as people write them, the quoted text where no field is named."""
    entry = facts.playbook.entries[question.about or ""]
    value = _inside(entry, question.field) if question.field else entry.quote
    if value is None:
        return ""
    return f"{value:.12g}" if isinstance(value, float) else " ".join(str(value).split())


def _inside(value: Any, path: str) -> Any:
    """What stands at `path`, such as `target` or `score.0.points`; None where nothing does."""
    for step in path.split("."):
        if isinstance(value, list):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None)
    return value
