"""A pipeline review heard something about a competitor, and the competitor's card is older than that.

Competitive intelligence comes from deals, not from websites; the review collects it so that the next seller has it.
Put what was heard on the card, or decide that it changes nothing, and write the day in `checked_on`; or name in
`used_in` the record that took it up.

grace: 7 days, a week to put it on the card.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.differentiation import Competitor
from generator.areas.pipeline import PipelineReview
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts, *, grace: int = 7) -> Iterator[Complaint]:
    for review in facts.playbook.of(PipelineReview):
        for position, signal in enumerate(review.signals):
            competitor = facts.playbook.entries.get(signal.competitor or "")
            heard = signal.heard_on or review.on
            if signal.used_in or facts.today - heard <= datetime.timedelta(days=grace):
                continue
            if isinstance(competitor, Competitor) and _older(competitor, heard):
                yield Complaint(
                    review.at("signals", position, "competitor"),
                    f"what was heard about competitor `{competitor.id}` on {heard} is newer than its card",
                    help=f"bring it to the card of `{competitor.id}` and write the day in `checked_on`",
                    label=f"card checked on {competitor.checked_on}" if competitor.checked_on else "card never checked",
                    notes=(f"it was: {signal.text.strip()}",),
                    record=competitor.id,
                )


def _older(competitor: Competitor, day: datetime.date) -> bool:
    in_use = competitor.status is Status.ACTIVE
    return in_use and (competitor.checked_on is None or competitor.checked_on < day)
