"""Reads contractions as the words that they are short for: `don't` is `do not`, spelled as it is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from generator.drift.reading.fold import APOSTROPHES

_MARKS = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am"}
_IS_LIST = "it that there here he she what who where how"
_IS = frozenset(_IS_LIST.split())
"""Behind these an `s` is `is`; behind any other word it tells whose something is."""
_PRONOUNS = frozenset({*_IS, "i", "you", "we", "they"})
_DENIED_LIST = "do does did is are was were has have had would could should must need might"
_DENIED = {f"{word}n": word for word in _DENIED_LIST.split()} | {"can": "can", "won": "will", "shan": "shall"}

_LOST = {"they": "re ve ll", "you": "re ve ll", "we": "ve", "i": "ve", "that": "s", "there": "s"}
_WITHOUT_MARK = (
    {"cannot": ("can", "not")}
    | {f"{before}t": (word, "not") for before, word in _DENIED.items()}
    | {
        f"{one}{ending}": (one, _ENDINGS.get(ending, "is"))
        for one, endings in _LOST.items()
        for ending in endings.split()
    }
)
"""Where the apostrophe was lost; `its`, `were`, `well` and `im` are words of their own."""


@lru_cache(maxsize=65536)
def contraction(word: str) -> tuple[str, ...]:
    """The words, folded, that a word is short for, or none: `dogs'` and `we'd` are no such."""
    if len(word) > len("shouldn't"):
        return ()
    written = word.lower().translate(_MARKS)
    before, mark, after = written.partition("'")
    if not mark:
        return _WITHOUT_MARK.get(written, ())
    if after == "t":
        return (_DENIED[before], "not") if before in _DENIED else ()
    if after == "s":
        return (before, "is") if before in _IS else ()
    return (before, _ENDINGS[after]) if after in _ENDINGS and before.isalpha() else ()


def contracted(words: Sequence[str]) -> set[int]:
    """The positions of words that others may have written as one: `do not`, `we will`."""
    found: set[int] = set()
    for place, (one, other) in enumerate(pairwise(words)):
        denies = other == "not" and one in _DENIED.values()
        if denies or (other == "is" and one in _IS) or (other in _ENDINGS.values() and one in _PRONOUNS):
            found |= {place, place + 1}
    return found
