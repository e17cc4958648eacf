"""Takes out of speech what speakers say while they look for the next word: it changes nothing in what they say."""

from __future__ import annotations

import re
from functools import lru_cache

_SURE = r"u+h+m*|u+m{2,}|e+r+m+|e+h+m+|a+h+m+|h+m+|[øä]+h+m*"
"""No words of any language."""
_WORDS = ("um", "er", "eh", "ah", "oh")
"""Words of some language: hesitations where the messages do not have them, or where a pause stands on both sides."""
SOUNDS = "|".join((_SURE, *_WORDS))
"""All of them, for a pattern that says what stands around them."""
_PAUSE = r"(?:[,…–—]|\.{3})"

_TWICE = re.compile(rf"\b([^\W\d_]+)\b(?:{_PAUSE}|\s?-)?\s+(?=\1\b)", re.IGNORECASE)
"""A word that the same one follows, with at most a pause between."""


def without_hesitations(text: str, said: str) -> str:
    """`text`, as long as it is, with spaces for them and the pauses around; `said` is the text of all messages.

    So for what is said twice in a row, where no message does so: `we we answer every, every request`.
    """
    plain = _pattern(said).sub(lambda found: " " * len(found[0]), text)
    return plain if _TWICE.search(said) else _TWICE.sub(lambda found: " " * len(found[0]), plain)


@lru_cache(maxsize=8)
def _pattern(said: str) -> re.Pattern[str]:
    own = {word for word in _WORDS if re.search(rf"\b{word}\b", said, re.IGNORECASE)}
    sure = "|".join([_SURE, *(word for word in _WORDS if word not in own)])
    alone = rf"\s*{_PAUSE}?\s*\b(?:{sure})\b{_PAUSE}?"
    between = rf"\s*{_PAUSE}\s*\b(?:{'|'.join(sorted(own))})\b\s*{_PAUSE}" if own else ""
    return re.compile("|".join(filter(None, (between, alone))), re.IGNORECASE)
