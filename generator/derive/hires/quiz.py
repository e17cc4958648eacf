"""Whether a quiz question still asks for what the playbook says."""

from __future__ import annotations

from typing import Any

from generator.areas.rap.assessment import QuizQuestion
from generator.model.playbook import Playbook


def is_outdated(playbook: Playbook, question: QuizQuestion) -> bool:
    """Whether the field that the answer rests on says something else than when the question was written."""
    if question.holds_while is None or question.about not in playbook.entries:
        return False
    return says_now(playbook, question) != " ".join(question.holds_while.split())


def says_now(playbook: Playbook, question: QuizQuestion) -> str:
    """What the field says, in one line; numbers as people write them, the quoted text where no field is named."""
    entry = playbook.entries[question.about or ""]
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
