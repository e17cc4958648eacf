"""Lets a wording run across blocks that only follow each other: a question and its answer, a list, two boxes."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.drift.finding.align import Alignment, goes_on
from generator.drift.words import PARTING, Words

_CLAUSE_END = re.compile(r"[,.;:!?…–—。！？]")
LONG = 5
"""A wording of fewer words is broken by chance: one block ends with `cold`, the next begins with `chain`."""


def has_clauses(wording: Words) -> bool:
    """Whether a wording has a place inside at which it may be broken."""
    return _CLAUSE_END.search(wording.text.rstrip(" .!?…。！？")) is not None


def is_long(wording: Words) -> bool:
    """Whether a wording may be broken anywhere, as it is nowhere by chance."""
    return len(wording) >= LONG


def crosses(words: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` stand in several blocks that nothing but their order holds together."""
    return PARTING in words.text[words.starts[first] : words.ends[last]]


def is_broken_well(wording: Words, words: Words, found: Alignment) -> bool:
    """Whether the words keep their order, and a new block only begins where a clause of the wording does or where
    a long wording goes straight on, as a headline set in two boxes does."""
    if found.reordered or found.tile:
        return False
    return all(
        _CLAUSE_END.search(wording.text[wording.ends[before.wanted] : wording.starts[after.wanted]])
        or (is_long(wording) and before.credit == after.credit == 1 and goes_on(before, after))
        for before, after in pairwise(found.pairs)
        if crosses(words, before.found, after.found)
    )
