"""Makes wordings of the beginnings of a message that alone are too little of the whole to be found.

Those are the first sentences of one that may stop early, and the first clause of any that makes a claim with a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.drift.finding.align import Alignment
from generator.drift.finding.clause import JOINING, ends_clause
from generator.drift.finding.enough import FEW, is_slight
from generator.drift.finding.pattern import Pattern, is_content, prepare
from generator.drift.reading.commonness import Weights, stop_words
from generator.drift.tuning import Tuning
from generator.drift.wording import State
from generator.drift.words import Words


def openings(patterns: Iterable[Pattern], tuning: Tuning, weights: Weights) -> Iterator[Pattern]:
    """For each place between its sentences, the message up to there, if that is enough to be known by; its claim."""
    for pattern in patterns:
        sentences = [place for place in range(1, len(pattern.words)) if pattern.words.breaks[place]]
        if pattern.wording.may_shorten:
            for place in sentences:
                opening = _opening(pattern, pattern.words.starts[place], tuning, weights)
                if not is_slight(opening):
                    yield opening
        if pattern.wording.state is not State.RETIRED:
            claim = _claim(pattern, tuning, weights)
            if claim is not None:
                yield claim


def _opening(pattern: Pattern, end: int, tuning: Tuning, weights: Weights) -> Pattern:
    text = pattern.wording.text[:end].rstrip()
    return replace(prepare(replace(pattern.wording, text=text), tuning, weights), whole=pattern)


def _claim(pattern: Pattern, tuning: Tuning, weights: Weights) -> Pattern | None:
    """The first clause, if it says something with a number: what is said after it makes no other claim of that."""
    words = pattern.words
    figures = [place for place, number in words.quantities.items() if number.unit or pattern.nouns[place]]
    for place in range(min(figures, default=len(words)) + 1, len(words)):
        if _ends_claim(words, place):
            claim = _opening(pattern, words.ends[place - 1], tuning, weights)
            measures = sum(claim.words.weights[at] for at in claim.measures)
            return replace(claim, is_claim=True) if claim.content - measures >= FEW else None
    return None


def names_all(pattern: Pattern, found: Alignment) -> bool:
    """Whether it is said of whom the claim is: its first word of content is there, and all that have a capital.

    Words in another order may say it of something else.
    """
    if found.reordered:
        return False
    words = pattern.words
    content = [place for place, word in enumerate(words.words) if is_content(word)]
    named = {place for place in content if words.quote(place, place)[:1].isupper()}
    return {*content[:1], *named} <= {pair.wanted for pair in found.pairs}


def _ends_claim(words: Words, place: int) -> bool:
    """Whether a clause ends before word `place`: at a comma only before a function word, as in no list of words.

    What stops at a function word stops in the midst: `2 times faster than (…)`.
    """
    if not ends_clause(words, place) or words.words[place - 1] in stop_words():
        return False
    listed = "," in words.text[words.ends[place - 1] : words.starts[place]]
    return not listed or words.words[place] in stop_words() - JOINING
