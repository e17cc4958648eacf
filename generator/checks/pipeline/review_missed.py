"""A pipeline review was not held when it was due, or none was ever planned.

The review is where deals that are not real get dropped and where news about competitors comes in. Skipped twice, it
is gone. Hold it and add it to `reviews`, or change `review_cadence` to what is really done. Stages without any
review are only a list: say in `review_cadence` how often you ask which deals are real.

grace: 3 days, so that a review which a holiday moved to Monday is in time.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.pipeline import Pipeline, PipelineReview
from generator.derive.facts import Facts
from generator.derive.state.due import next_pipeline_review
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, grace: int = 3) -> Iterator[Complaint]:
    pipeline = facts.playbook.area(Pipeline)
    held = [review.on for review in facts.playbook.of(PipelineReview) if review.on <= facts.today]
    if pipeline.review_cadence is None:
        planned = [stage for stage in pipeline.stages if not is_untouched(stage, facts.playbook)]
        if planned and not held:
            yield _never_planned(pipeline)
        return
    if not facts.knows_all(PipelineReview):
        return
    due = next_pipeline_review(facts.playbook, facts.today)
    if due is not None and facts.today <= due + datetime.timedelta(days=grace):
        return
    said = f"was due on {due}; the last was held on {max(held)}" if held else "is due; none was ever held"
    yield Complaint(
        pipeline.at("review_cadence"),
        f"a pipeline review {said}",
        help="hold it and add it to `reviews:`, or change `review_cadence:`",
        label=f"every {pipeline.review_cadence}",
    )


def _never_planned(pipeline: Pipeline) -> Complaint:
    return Complaint(
        pipeline.at("stages"),
        "no pipeline review was ever held, and none is planned",
        help="say how often you ask which deals are real, for example `review_cadence: 2 weeks`",
    )
