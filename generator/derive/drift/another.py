"""Whether words that stand for others of a message tell of another fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.drift.finding.pattern import kin
from generator.drift.numbers.qualifier import bound_before
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import APOSTROPHES, fold
from generator.drift.result import Change, NumberDifference, Step

_WORD = re.compile(rf"([^\W\d_]+)((?:[{re.escape(APOSTROPHES)}][^\W\d_]+)?)")
"""A word and what an apostrophe joins to it: `You're` is no other word of content than `You are`."""


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
