"""Whether words that stand for others of a message tell of another fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.drift.commonness import stop_words
from generator.drift.fold import fold
from generator.drift.pattern import kin
from generator.drift.quantity import quantities
from generator.drift.result import Change, Step


def gives_way_to_another(text: str, diff: Sequence[Change]) -> bool:
    """Whether words of the message `text` give way in `diff` to others of content."""
    said = {fold(word) for word in re.findall(r"\w+", text)}
    swaps = (
        other.text
        for one, other in pairwise(diff)
        if (one.step, other.step) == (Step.OUT, Step.IN) and _content(one.text, set()) | _function(one.text)
    )
    return any(_content(swap, said) for swap in swaps)


def _content(text: str, said: set[str]) -> set[str]:
    """The words of content, numbers and their units aside, that are no form of what is said."""
    for number in reversed(list(quantities(text))):
        unit = re.match(r"[\s-]*\w+", text[number.end :]) if number.unit and text[number.end - 1].isalnum() else None
        text = text[: number.start] + " " + text[number.end + (unit.end() if unit else 0) :]
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)} - stop_words()
    return {word for word in words if not any(kin(word, other) for other in said)}


def _function(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"[^\W\d_]+", text)} & stop_words()
