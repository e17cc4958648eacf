"""Text as it is read, each letter one character: accents on their letters, ligatures written out, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.drift.reading.fold import is_invisible

_SOFT_HYPHEN = "\u00ad"
_LINE_END = re.compile(r"[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch as it is read. Character `i` of `text` is `starts[i]` to `ends[i]` of what was written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def at(self, place: int) -> int:
        """Where in `text` the character stands that is at `place` of what was written."""
        return bisect_left(self.starts, place)


def plain(text: str, lo: int = 0, hi: int | None = None) -> Plain:
    """`text[lo:hi]` as it is read; a soft hyphen that shows, at a line end, is a hyphen."""
    end = len(text) if hi is None else min(hi, len(text))
    if text.isascii() or text[lo:end].isascii():
        return Plain(text[lo:end], range(lo, end), range(lo + 1, end + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at in range(lo, end):
        char = text[at]
        if unicodedata.combining(char) and letters:
            joined = unicodedata.normalize("NFC", letters[-1] + char)
            if len(joined) == 1:
                letters[-1], ends[-1] = joined, at + 1
                continue
        shown = "-" if char == _SOFT_HYPHEN and _LINE_END.match(text, at + 1) else _letters(char)
        letters += shown
        starts += [at] * len(shown)
        ends += [at + 1] * len(shown)
    return Plain("".join(letters), starts, ends)


@cache
def _letters(char: str) -> str:
    """The letters that a character shows: none, itself, or those of a ligature (`ﬃ`) or another width."""
    if is_invisible(char):
        return ""
    compatible = unicodedata.normalize("NFKC", char)
    is_raised = unicodedata.decomposition(char).startswith("<super>")
    return compatible if char.isalpha() and compatible.isalpha() and not is_raised else char
