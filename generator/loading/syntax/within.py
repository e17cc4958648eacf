"""Finds words inside a text of several lines, whatever kind of quotes or block it was written in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.location import Location


def place_within(files: Mapping[str, str], at: Location, words: str, nth: int) -> Location:
    """Where `words` stand for the nth time (from 0) in the text that begins at `at`; `at` itself where they do not.

    YAML folds, indents and unescapes a text but leaves what holds no space as it is, so the file itself is searched.
    """
    text = files.get(at.file, "")
    found = text.find(words, _offset(text, at))
    for _ in range(nth):
        found = text.find(words, found + 1) if found >= 0 else found
    if found < 0:
        return at
    line = text.count("\n", 0, found) + 1
    return Location(at.file, line, found - text.rfind("\n", 0, found), len(words))


def _offset(text: str, at: Location) -> int:
    start = 0
    for _ in range(at.line - 1):
        start = text.find("\n", start) + 1
    return start + max(0, at.column - 1)
