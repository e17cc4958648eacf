"""Lets a wording of several clauses run across blocks that only follow each other: question and answer, a list."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.drift.align import Alignment
from generator.drift.words import PARTING, Words

_CLAUSE_END = re.compile(r"[,.;:!?…–—。！？]")


def has_clauses(text: str) -> bool:
    """Whether a wording has a place inside at which it may be broken."""
    return _CLAUSE_END.search(text.rstrip(" .!?…。！？")) is not None


def crosses(words: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` stand in several blocks that nothing but their order holds together."""
    return PARTING in words.text[words.starts[first] : words.ends[last]]


def is_broken_well(wording: Words, words: Words, found: Alignment) -> bool:
    """Whether a new block only begins where a clause of the wording does, and the words keep their order."""
    if found.reordered:
        return False
    return all(
        _CLAUSE_END.search(wording.text[wording.ends[before.wanted] : wording.starts[after.wanted]])
        for before, after in pairwise(found.pairs)
        if crosses(words, before.found, after.found)
    )
