"""The words that were taken away and added between two texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Literal

Change = tuple[Literal["same", "out", "in"], str]


def word_diff(old: str, new: str) -> list[Change]:
    """Runs of words in the order they are read; what was taken away comes before what replaced it."""
    before, after = _words(old), _words(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    changes: list[Change] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        changes += _changes(kind, "".join(before[a:b]), "".join(after[c:d]))
    return changes


def _changes(kind: str, old: str, new: str) -> Iterator[Change]:
    if kind == "equal":
        yield "same", old
        return
    if old:
        yield "out", old
    if new:
        yield "in", new


def _words(text: str) -> list[str]:
    """Words with the white space behind them, so that the pieces put together are the text."""
    return re.findall(r"\S+\s*|\s+", text)
