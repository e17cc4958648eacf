"""Keeps an edit to the words that differ, and to the characters that the file can hold."""

from __future__ import annotations

import re
from html.entities import codepoint2name

_TOKEN = re.compile(r"\d+(?:[.,'’]\d+)*|\w+|\s+|[^\w\s]")
"""A figure is one word: of `€3.20` all of `3.20` changes."""


def differing(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """The edit without the words, signs and spaces that stand on both sides: of `vendor’s` only `vendor` changes."""
    old, words = _TOKEN.findall(text[start:end]), _TOKEN.findall(new)
    while len(old) > 1 and len(words) > 1 and _is_same(old[0], words[0]):
        start += len(old.pop(0))
        words.pop(0)
    while len(old) > 1 and len(words) > 1 and _is_same(old[-1], words[-1]):
        end -= len(old.pop())
        words.pop()
    return start, end, "".join(words)


def held(words: str, encoding: str, *, entities: bool) -> str | None:
    """The words in the file's character set, an entity for what it lacks; None where no entity may stand."""
    written = "".join(letter if _holds(encoding, letter) else _entity(letter) for letter in words)
    return written if entities or written == words else None


def _is_same(old: str, new: str) -> bool:
    return old == new or (old.isspace() and new.isspace())


def _holds(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _entity(letter: str) -> str:
    return f"&{codepoint2name.get(ord(letter), f'#{ord(letter)}')};"
