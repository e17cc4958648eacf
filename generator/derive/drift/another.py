"""Whether words that stand for others of a message, or beside it, tell of another fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.drift.finding.pattern import kin
from generator.drift.judging.limit import LIMITS
from generator.drift.numbers.qualifier import bound_before, is_negation
from generator.drift.numbers.quantity import quantities, rate_of
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import APOSTROPHES, fold
from generator.drift.result import Change, NumberDifference, Step

_WORD = re.compile(rf"([^\W\d_]+)((?:[{re.escape(APOSTROPHES)}][^\W\d_]+)?)")
"""A word and what an apostrophe joins to it: `You're` is no other word of content than `You are`."""


def doubt(text: str, diff: Sequence[Change], numbers: Sequence[NumberDifference], said: Sequence[str]) -> str:
    """Why a person has to decide whether a quote is meant as the message `text`; empty where it plainly is.

    `said` are the negations and qualifiers that came or went.
    """
    if is_counted_by_another(numbers):
        return "it may be another fact"
    if len(numbers) > 1:
        return "several of its numbers differ"
    if any(_is_range(number.found) and not _is_range(number.said) for number in numbers):
        return "it has a number more"
    if any(map(is_negation, said)):
        return "one of the two denies what the other says"
    if limits(" ".join(change.text for change in diff if change.step is Step.IN), text):
        return "it speaks of some only, or of when"
    return "it has words of its own" if _adds_its_own(text, diff, numbers) else ""


def limits(words: str, text: str) -> bool:
    """Whether the words say that it holds for some only, or at times, where `text` does not."""
    return bool(_limiting(words) - _limiting(text))


def is_counted_by_another(numbers: Sequence[NumberDifference]) -> bool:
    """Whether a number has another value and is counted by something else too: `€490 per year` for `€49 per month`."""
    return any("value" in number.what and _rate(number.found) - _rate(number.said) for number in numbers)


def _rate(text: str) -> frozenset[str]:
    return next((rate_of(text, number).by for number in quantities(text)), frozenset())


def _is_range(text: str) -> bool:
    return any(number.low != number.high for number in quantities(text))


def _limiting(text: str) -> set[str]:
    for number in reversed(list(quantities(text))):
        text = text[: bound_before(text, number.start).start] + " " + text[number.end :]
    return {fold(word) for word in re.findall(r"[^\W\d_]+", text)} & LIMITS


def _adds_its_own(text: str, diff: Sequence[Change], numbers: Sequence[NumberDifference]) -> bool:
    """Whether a place of the quote has more words of content than the message has there."""
    figures = [number.found for number in numbers]
    said = {fold(word) for words in (text, *figures) for word in re.findall(r"\w+", words)}
    left = ""
    for one in diff:
        if one.step is Step.IN:
            new = _content(one.text, said)
            gone = _content(left, {fold(word) for word in re.findall(r"\w+", one.text)})
            if len(new) > len(gone):
                return True
        left = one.text if one.step is Step.OUT else ""
    return False


def gives_way_to_another(text: str, diff: Sequence[Change], numbers: Sequence[NumberDifference] = ()) -> bool:
    """Whether words of the message `text` give way in `diff` to others of content, those of its `numbers` aside."""
    figures = (number.found for number in numbers)
    said = {fold(word) for words in (text, *figures) for word in re.findall(r"\w+", words)}
    swaps = (
        _without_bound(other.text, following.text)
        for one, other, following in zip(diff, diff[1:], [*diff[2:], Change(Step.SAME, "")], strict=False)
        if (one.step, other.step) == (Step.OUT, Step.IN) and _content(one.text, set()) | _function(one.text)
    )
    return any(_content(swap, said) for swap in swaps)


def _without_bound(text: str, following: str) -> str:
    """Without the words that bound the number which follows: `Nearly` for `More than` is the same fact."""
    whole = f"{text} {following}"
    number = next((each for each in quantities(whole) if each.start > len(text)), None)
    return text[: bound_before(whole, number.start).start] if number else text


def _content(text: str, said: set[str]) -> set[str]:
    """The words of content, numbers and their units aside, that are no form of what is said."""
    for number in reversed(list(quantities(text))):
        unit = re.match(r"[\s-]*\w+", text[number.end :]) if number.unit and text[number.end - 1].isalnum() else None
        text = text[: bound_before(text, number.start).start] + " " + text[number.end + (unit.end() if unit else 0) :]
    words = {
        fold(stem) for stem, ending in _WORD.findall(text) if fold(stem + ending) not in stop_words()
    } - stop_words()
    return {word for word in words if not any(kin(word, other) for other in said)}


def _function(text: str) -> set[str]:
    return {fold(stem + ending) for stem, ending in _WORD.findall(text)} & stop_words()
