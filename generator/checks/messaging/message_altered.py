"""A source says a message in other words.

What all of us say in the same words is remembered; what everybody says a little differently is not. Worse are the
small changes: a "not" or a "may", an "up to" left out. They come first in what the finding says. Write the approved
wording, or add yours to the message's `variants:` if it is to be allowed.

A message that only stops early is a warning (`may_shorten: true` allows it), and so is a number bounded in other words
that mean the same (`over 40` for `more than 40`). Another mark such as ™ or ! is a note, and so is anything altered in
a recorded call: people do not read from a page. What only stands in notes or behind a
picture is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.quoted import complain, to_write
from generator.derive.drift import Evidence, Verdict
from generator.derive.facts import Facts
from generator.drift.result import Kind
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
KINDS = {Kind.TRUNCATED: "cuts off", Kind.REORDERED: "turns round", Kind.FORMATTING: "sets other marks in"}
ALIKE = "the same is meant: only the bound of the number is in other words"


def check(facts: Facts) -> Iterator[Complaint]:
    spoken = {speech.source for speech in facts.drift.speech}
    for evidence in facts.drift.evidence:
        if evidence.verdict is Verdict.ALTERED:
            done = KINDS.get(evidence.kind, "changes")
            said = f": {evidence.changes}" if evidence.changes else ""
            yield complain(
                facts,
                evidence,
                f"{evidence.where.name} {done} message `{evidence.message}`{said}",
                help=to_write(evidence),
                level=_level(evidence, is_spoken=evidence.source in spoken),
                notes=(f"it says: {evidence.quote}", *([ALIKE] if evidence.is_bounded_alike else [])),
            )


def _level(evidence: Evidence, *, is_spoken: bool) -> Level | None:
    if is_spoken or evidence.kind is Kind.FORMATTING:
        return Level.NOTE
    is_slight = evidence.kind is Kind.TRUNCATED or evidence.is_bounded_alike
    return Level.WARNING if is_slight or evidence.hidden else None
