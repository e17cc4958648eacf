"""The classes and folded forms of characters as tables, by which a whole text is folded at once."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.drift.reading.fold import FOLDING, fold, is_dropped

LIMIT = 0x20000
"""Code points above this (rare scripts, most emoji) part words."""
DROP, PART, LETTER, DIGIT, INNER, SPREAD = range(6)
"""Classes of characters: invisible, parting, letter, digit, `.,_` (stay between digits), folds to several."""

_INNER = "._,"


@cache
def tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """For every code point below `LIMIT`, its class and the one code point that it folds to."""
    classes = np.full(LIMIT, PART, np.uint8)
    folded = np.arange(LIMIT, dtype=np.uint32)
    classes[0x3040:0xD7A4] = LETTER
    for point in FOLDING:
        char = chr(point)
        if is_dropped(char) or (point >= 0x300 and unicodedata.category(char) == "Mc"):
            classes[point] = DROP
        elif char in _INNER:
            classes[point] = INNER
        elif char.isalnum() and not _is_superscript(char):
            _place(point, char, classes, folded)
    return classes, folded


def _is_superscript(char: str) -> bool:
    return unicodedata.decomposition(char).startswith("<super>") and char.isdigit()


def _place(point: int, char: str, classes: NDArray[np.uint8], folded: NDArray[np.uint32]) -> None:
    to = fold(char)
    classes[point] = DIGIT if char.isdecimal() else LETTER
    if len(to) == 1:
        folded[point] = ord(to)
    else:
        classes[point] = SPREAD if to else DROP


def codes(text: str) -> NDArray[np.uint32]:
    """The code points of `text`; those at `LIMIT` or above become a space."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8).astype(np.uint32)
    order = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    points = np.frombuffer(text.encode(order, "surrogatepass"), np.uint32)
    if points.size and int(points.max()) >= LIMIT:
        points = np.where(points < LIMIT, points, np.uint32(32))
    return points
