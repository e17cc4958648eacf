"""Keeps an edit to the words that differ, and to the characters that the file can hold."""

from __future__ import annotations

import re
from html.entities import codepoint2name

_JOINS = frozenset(".,:/'’-‑–")
"""Signs inside of a figure or word, as in `9,500` and `on-site`."""
_BEFORE = frozenset("$€£¥₹±+−-")
"""Signs that belong to the figure behind them."""
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


def as_read(text: str, start: int, end: int, new: str) -> tuple[str, str]:
    """What a reader sees there before and after, in whole words and figures: of `9,500` more than the `9`."""
    first, last = start, end
    while first and _is_in_word(text, first) and not text[start:end][:1].isspace() and not new[:1].isspace():
        first -= 1
    while _is_in_word(text, last) and not text[start:end][-1:].isspace() and not new[-1:].isspace():
        last += 1
    return text[first:last], text[first:start] + new + text[end:last]


def _is_in_word(text: str, at: int) -> bool:
    """Whether a word or figure goes on over a place between two characters."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if before.isalnum() and after in _JOINS:
        return text[at + 1 : at + 2].isalnum()
    if after.isalnum() and before in _JOINS and text[at - 2 : at - 1].isalnum():
        return True
    return after.isalnum() and (before.isalnum() or (before in _BEFORE and after.isdigit()))


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
