"""Folds text to what a reader compares: base letters without case, accents and invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

APOSTROPHES = "'’‘ʼ‛`´ʹ′＇"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u034f\u061c\u200e\u200f"
FOLDING = [*range(0x3040), *range(0xA640, 0xAC00), *range(0xF900, 0x10000), *range(0x1D400, 0x1D800)]
"""Where case, accents and compatibility forms live; East Asian letters between stand for themselves."""


_CLOSE = re.compile(r"(?<=\d%)(?=[^\W\d_])|(?<=\d[ \u00a0\u202f]%)(?=[^\W\d_])")
"""A figure in letters of its own often has no space behind it in the file: `82 %of`."""


def one_line(text: str) -> str:
    """`text` to be shown: line ends and odd spaces as one space, a percentage apart from its words."""
    return " ".join(_CLOSE.sub(" ", text).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` as it is compared: `Let’s` → `lets`, `ﬁve` → `five`, `Ärger` → `arger`."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if not is_dropped(c))


def is_dropped(char: str) -> bool:
    """Whether it is no part of what a reader reads: an apostrophe, an accent, an invisible character."""
    return char in APOSTROPHES or char in INVISIBLE or unicodedata.category(char) in ("Mn", "Me", "Cf")


def is_invisible(char: str) -> bool:
    """Whether a reader sees nothing of it: a soft hyphen, a space of no width, the choice of a glyph."""
    return char in INVISIBLE or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


@cache
def dropped_characters() -> str:
    """Marks and invisible characters that belong to the word around them, as the inside of a regex class."""
    points = [c for c in FOLDING if c >= 0x300 and unicodedata.category(chr(c)) in ("Mn", "Mc", "Me", "Cf")]
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    inside = "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges)
    return inside + "\\u00ad"
