"""Folds text to what a reader compares: base letters without case, accents and invisible characters."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LIMIT = 0x20000
"""Code points above this (rare scripts, most emoji) part words."""
DROP, PART, LETTER, DIGIT, INNER, SPREAD = range(6)
"""Classes of characters: invisible, parting, letter, digit, `.,_` (stay between digits), folds to several."""

APOSTROPHES = "'’‘ʼ‛`´ʹ′＇"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u034f\u061c\u200e\u200f"
_INNER = "._,"
_FOLDING = [*range(0x3040), *range(0xA640, 0xAC00), *range(0xF900, 0x10000), *range(0x1D400, 0x1D800)]
"""Where case, accents and compatibility forms live; East Asian letters between stand for themselves."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` as it is compared: `Let’s` → `lets`, `ﬁve` → `five`, `Ärger` → `arger`."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if not _is_dropped(c))


def _is_dropped(char: str) -> bool:
    return char in APOSTROPHES or char in _INVISIBLE or unicodedata.category(char) in ("Mn", "Me", "Cf")


@cache
def dropped_characters() -> str:
    """Marks and invisible characters that belong to the word around them, as the inside of a regex class."""
    points = [c for c in _FOLDING if c >= 0x300 and unicodedata.category(chr(c)) in ("Mn", "Mc", "Me", "Cf")]
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    inside = "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges)
    return inside + "\\u00ad"


@cache
def tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """For every code point below `LIMIT`, its class and the one code point that it folds to."""
    import numpy as np

    classes = np.full(LIMIT, PART, np.uint8)
    folded = np.arange(LIMIT, dtype=np.uint32)
    classes[0x3040:0xD7A4] = LETTER
    for point in _FOLDING:
        char = chr(point)
        if _is_dropped(char) or (point >= 0x300 and unicodedata.category(char) == "Mc"):
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
    import numpy as np

    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8).astype(np.uint32)
    order = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    points = np.frombuffer(text.encode(order, "surrogatepass"), np.uint32)
    if points.size and int(points.max()) >= LIMIT:
        points = np.where(points < LIMIT, points, np.uint32(32))
    return points
