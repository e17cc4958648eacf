"""A quiz question rests on a field that says something else now.

The hire is taught today's number and marked wrong for it, or worse, marked right for last year's. Mend question and
answer, then write in `holds_while` what the field says now.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.hires.quiz import is_outdated, says_now
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for module in current(facts, Module):
        for position, question in enumerate(module.assessment.questions if module.assessment else ()):
            if question.about not in facts.misread and is_outdated(facts.playbook, question):
                now = says_now(facts.playbook, question)
                yield Complaint(
                    module.at("assessment", "questions", position, "holds_while"),
                    f"question {position + 1} of module `{module.id}` rests on what `{question.about}` used to say",
                    help="mend question and answer, then write in `holds_while` what the field says now",
                    label=f"`{question.field or 'quote'}` says `{now}` now"
                    if now
                    else f"there is no `{question.field}` now",
                    record=module.id,
                )
