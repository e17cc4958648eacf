"""A stage does not end with one to three actions of the client.

"Client is interested" is a hope, "proposal sent" is what we did; only what the client has done shows that a deal has
moved. Vague criteria make a pipeline that is full in every review and empty at the end of the quarter. Write what the
client has done, so that a mail or a calendar proves it.

at_most: 3; more are ticked without looking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.pipeline import Stage
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
MOOD = re.compile(
    r"\b(?:interest(?:ed)?|engaged|positive|likes?|liked|good|great|warm|excited|seems?|feels?|understands?|aware|keen|happy|convinced|trusts?)\b",
    re.IGNORECASE,
)
OURS = re.compile(
    r"^\s*(?:we|our|i|the seller|the salesperson|the rep|demo|presentation|proposal|offer|quote)\b", re.IGNORECASE
)


def check(facts: Facts, *, at_most: int = 3) -> Iterator[Complaint]:
    for stage in facts.playbook.of(Stage):
        if stage.closed:
            continue
        count = len(stage.exit_criteria)
        if not 1 <= count <= at_most:
            yield _complaint(
                stage, f"has {count or 'no'} exit criteria", f"keep one to {at_most} actions of the client"
            )
        for position, criterion in enumerate(stage.exit_criteria):
            mood, ours = MOOD.search(criterion.client_has), OURS.match(criterion.client_has)
            path = ("exit_criteria", position, "client_has")
            cure = "write what the client has done, so that a mail or a calendar proves it"
            if mood:
                yield _complaint(stage, f"ends with a mood, `{mood[0]}`", cure, *path)
            elif ours:
                yield _complaint(stage, "ends with something we do, not the client", cure, *path)


def _complaint(stage: Stage, said: str, cure: str, *path: str | int) -> Complaint:
    return Complaint(stage.at(*path), f"stage `{stage.id}` {said}", help=cure, record=stage.id)
