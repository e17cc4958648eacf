"""Makes wordings of the first sentences of a message that may stop early: alone they are too little of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.drift.finding.enough import is_slight
from generator.drift.finding.pattern import Pattern, prepare
from generator.drift.reading.commonness import Weights
from generator.drift.tuning import Tuning


def openings(patterns: Iterable[Pattern], tuning: Tuning, weights: Weights) -> Iterator[Pattern]:
    """For each place between its sentences, the message up to there, if that is enough to be known by."""
    for pattern in patterns:
        if not pattern.wording.may_shorten:
            continue
        for place in range(1, len(pattern.words)):
            if pattern.words.breaks[place]:
                text = pattern.wording.text[: pattern.words.starts[place]].rstrip()
                opening = prepare(replace(pattern.wording, text=text), tuning, weights)
                if not is_slight(opening):
                    yield replace(opening, whole=pattern)
