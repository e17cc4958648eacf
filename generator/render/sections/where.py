"""Where we are going: objectives, metrics, and what we pay for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.areas.compensation import Compensation, PayPlan
from generator.areas.metrics import Metric, Metrics, Question
from generator.areas.objectives import Objective, Objectives
from generator.model.words import Audience
from generator.render.book import Book
from generator.render.page.leaf import Leaf

ORDER = 60


def pages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    yield Leaf(
        "where/index.md",
        str(t("page.objectives.title")),
        "objectives",
        homes=book.of(Objective),
        area=Objectives.KEY,
        given={"current": _by_weight(book.current(Objective)), "past": book.past(Objective)},
        boost=1.5,
    )
    yield Leaf(
        "where/metrics.md",
        str(t("page.metrics.title")),
        "metrics",
        homes=book.of(Metric),
        area=Metrics.KEY,
        given={"metrics": book.current(Metric), "past": book.past(Metric), "questions": _questions(book)},
    )
    plans = book.of(PayPlan)
    yield Leaf(
        "where/pay.md",
        str(t("page.compensation.title")),
        "compensation",
        homes=book.whole(plans),
        area=Compensation.KEY,
        given={"plans": book.current(PayPlan), "past": book.past(PayPlan)},
        boost=2.5,
    )


def _questions(book: Book) -> dict[str, list[Metric]]:
    """The five questions with the metrics that answer them; below leaders, only those answered by what is shown."""
    metrics = book.current(Metric)
    answers = {question: [one for one in metrics if question in one.answers] for question in get_args(Question)}
    whole = book.settings.audience is Audience.LEADER
    return {question: found for question, found in answers.items() if found or whole}


def _by_weight(objectives: list[Objective]) -> list[Objective]:
    return sorted(objectives, key=lambda objective: -(objective.weight or 0))
