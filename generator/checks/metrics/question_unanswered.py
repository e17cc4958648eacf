"""One of the five questions that every sales leader must be able to answer has no metric.

Who sells most of what? Who sells at the highest margin? Which product sells below expectation? Who has the shortest
buying process, who the longest? All else is built on these. Add the question to `answers:` of the metric that answers
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.areas.metrics import Metric, Metrics, Question
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
IN_WORDS = {
    "sells-most": "who sells most of what",
    "highest-margin": "who sells at the highest margin",
    "below-expectation": "which product sells below expectation",
    "shortest-process": "who has the shortest buying process",
    "longest-process": "who has the longest buying process",
}


def check(facts: Facts) -> Iterator[Complaint]:
    metrics = current(facts, Metric)
    answered = {question for metric in metrics for question in metric.answers}
    for question in get_args(Question):
        if metrics and question not in answered:
            yield Complaint(
                facts.playbook.area(Metrics).key_at("metrics"),
                f"no metric answers {IN_WORDS[question]}",
                help=f"add `{question}` to `answers:` of the metric that does",
                match=question,
            )
