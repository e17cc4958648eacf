"""Something that a pipeline review decided was to be done by now, and is not.

A review whose decisions nobody follows is a meeting. Do it, write in `done` when it was, or give it a new day on
purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.pipeline import PipelineReview
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for review in facts.playbook.of(PipelineReview):
        for position, action in enumerate(review.actions):
            if action.done is None and action.due < facts.today:
                yield Complaint(
                    review.at("actions", position, "due"),
                    f"`{action.what.strip()}` was to be done by {action.due} and is open",
                    help="write in `done:` when it was done, or set a new `due:`",
                    label=f"{(facts.today - action.due).days} days ago, by {action.who}",
                    record=review.id,
                )
