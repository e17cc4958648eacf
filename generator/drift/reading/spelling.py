"""Knows the slips of the pen within a word: a letter left out, doubled, or changed places with the next."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 6
"""Letters; shorter words are too often one slip from another word: `trust` and `rust`, `form` and `from`."""


def is_misspelt(word: str, wanted: str) -> bool:
    """Whether `word` is `wanted` with one slip behind its first letter."""
    if word[:1] != wanted[:1] or abs(len(word) - len(wanted)) > 1 or len(wanted) < SHORTEST:
        return False
    return word in set(slips(wanted))


def slips(word: str) -> Iterator[str]:
    """Every slip of a word that is long enough to be told by it."""
    if len(word) < SHORTEST or not word.isalpha():
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
