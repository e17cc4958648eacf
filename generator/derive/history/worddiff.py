"""The words that were taken away and added between two texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Literal

AROUND = 6
"""Words that are enough to find one's place in a text that one knows."""

Change = tuple[Literal["same", "out", "in"], str]


def word_diff(old: str, new: str) -> list[Change]:
    """Runs of words in the order they are read; what was taken away comes before what replaced it.

    The white space behind a word makes it no other, or the last of a list would change when another follows.
    """
    before, after = _words(old), _words(new)
    bare = [[word.rstrip() for word in words] for words in (before, after)]
    matcher = difflib.SequenceMatcher(None, bare[0], bare[1], autojunk=False)
    changes: list[Change] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        changes += _changes(kind, "".join(before[a:b]), "".join(after[c:d]))
    return changes


def bracketed(old: str, new: str, *, around: int | None = None) -> str:
    """Both texts in one: `[-what was taken away-]` and `{+what was added+}`.

    Of what stayed the same, `around` words beside each change are kept; all of them where nothing is said.
    """
    marks = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}
    pieces = []
    for kind, text in word_diff(old, new):
        before, after = marks[kind]
        body = text.rstrip()
        space = text[len(body) :] or (" " if kind == "out" else "")
        if kind == "same" and around is not None:
            body = _shortened(body, around)
        pieces.append(f"{before}{body}{after}{space}" if body else text)
    return "".join(pieces).strip()


def changed_fields(was: str, now: str, *, around: int | None = AROUND) -> list[str]:
    """Of two records in words, the lines `field: value` that differ, with both values in one as `bracketed` does."""
    before, after = by_field(was), by_field(now)
    return [
        f"{name}: {bracketed(before.get(name, ''), after.get(name, ''), around=around)}"
        for name in {**before, **after}
        if before.get(name) != after.get(name)
    ]


def by_field(text: str) -> dict[str, str]:
    """The values of a record in words, by the name of their field."""
    return {name: value for name, _, value in (line.partition(": ") for line in text.splitlines())}


def _shortened(text: str, around: int) -> str:
    words = text.split(" ")
    if len(words) <= 2 * around + 1:
        return text
    return " ".join([*words[:around], "…", *words[-around:]])


def _changes(kind: str, old: str, new: str) -> Iterator[Change]:
    if kind == "equal":
        yield "same", max(old, new, key=len)
        return
    if old:
        yield "out", old
    if new:
        yield "in", new


def _words(text: str) -> list[str]:
    """Words with the white space behind them, so that the pieces put together are the text."""
    return re.findall(r"\S+\s*|\s+", text)
