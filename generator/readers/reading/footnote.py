"""Tells a raised mark of a footnote, which is no word of the sentence, from a power such as `10²`."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,4}|[*†‡]{1,3})[\])]?\s*")
_LONG_NUMBER = re.compile(r"\d[.,]\d+$|\d{3}$")
"""`1,200`, `4.5` or `2500`: what is raised behind it is no power, as it may be behind `10`."""


def is_footnote_mark(raised: str, before: str) -> bool:
    """Whether the raised text is a mark, by what stands right before it."""
    return _MARK.fullmatch(raised) is not None and takes_a_mark(before)


def takes_a_mark(before: str) -> bool:
    """Whether a footnote may be marked after this: a word, a sign of punctuation or a long number."""
    end = before[-4:]
    if _LONG_NUMBER.search(end):
        return True
    return bool(end) and (end[-1] in '.,;:!?%)"”’' or (len(end) == 4 and end.isalpha()))
