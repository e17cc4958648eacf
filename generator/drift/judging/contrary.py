"""Says whether a form of a message says the contrary of it, or something else in the place of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.drift.finding.pattern import is_content, kin
from generator.drift.numbers.qualifier import is_negation
from generator.drift.reading.fold import fold
from generator.drift.reading.spelling import is_misspelt
from generator.drift.result import Change, Match, Step

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def is_contrary(match: Match) -> bool:
    """Whether a reader of both would not know which holds: a negation came or went, or another thing is said."""
    return _denies(match) or _replaces(match)


def _denies(match: Match) -> bool:
    """Whether a negation came, or went and left what it denies. With the end of the message, all of it is left out."""
    if any(map(is_negation, match.added)):
        return True
    *inside, end = list(_runs(match.diff)) or [[]]
    left_out = _words(end, Step.OUT)
    is_cut = not _words(end, Step.IN) and any(map(is_content, left_out))
    runs = inside if is_cut else [*inside, end]
    return bool(match.lost) and any(is_negation(word) for run in runs for word in _words(run, Step.OUT))


def _replaces(match: Match) -> bool:
    """Whether it sets out as the message does and then has other content words in the place of the message's.

    What only adds or leaves out, moves words or inflects them explains the message; so does a sentence that begins
    with something else, which tells of something else.
    """
    first, *_ = runs = list(_runs(match.diff)) or [[]]
    if _words(first, Step.OUT):
        return False
    lost, new = _words(match.diff, Step.OUT), _words(match.diff, Step.IN)
    return any(_without(_words(run, Step.OUT), new) and _without(_words(run, Step.IN), lost) for run in runs)


def _runs(diff: tuple[Change, ...]) -> Iterator[list[Change]]:
    """The changes that stand together, and by themselves the words that both have."""
    for _, run in groupby(diff, key=lambda change: change.step is Step.SAME):
        yield list(run)


def _words(changes: Iterable[Change], step: Step) -> list[str]:
    return [fold(word) for change in changes if change.step is step for word in _WORD.findall(change.text)]


def _without(words: list[str], others: list[str]) -> list[str]:
    """The content words that are no other form of any of the others."""
    content = filter(is_content, words)
    return [word for word in content if not any(kin(word, other) or is_misspelt(word, other) for other in others)]
