"""Tells what is built like a short wording and is of something else: another name, or words where the number was."""

from __future__ import annotations

from itertools import pairwise

from generator.drift.finding.align import Alignment
from generator.drift.finding.edge import SLACK, parts
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.words import Words

SHORT_RUN = 4
"""A run of fewer words is no truncation: it may be chance."""


def is_another(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether words `first` to `last` share few with a short wording, and lack its number or have another name."""
    if found.reordered or len(found.pairs) >= SHORT_RUN:
        return False
    return _lacks_its_number(pattern, words, found, first, last) or _names_another(pattern, words, found)


def _lacks_its_number(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether none of the numbers of a short wording is there and other words are: `Kelvaro links your depots`."""
    figures = pattern.words.quantities.keys()
    if not figures or not figures.isdisjoint(pair.wanted for pair in found.pairs):
        return False
    return last - first + 1 > len(found.pairs) or not stands_alone(words, first, last)


def _names_another(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether a short wording gives a name and the sentence another in its place: `Python client for …`."""
    if not found.pairs:
        return False
    begin, end, size = found.pairs[0], found.pairs[-1], len(pattern.words)
    start, finish = words.unbroken(found.first, found.last)
    start = max(start, begin.found - begin.wanted - SLACK)
    finish = min(finish, end.found + size - 1 - end.wanted + SLACK)
    gaps = [
        (range(begin.wanted), range(start, begin.found)),
        *((range(a.wanted + 1, b.wanted), range(a.found + 1, b.found)) for a, b in pairwise(found.pairs)),
        (range(end.wanted + 1, size), range(end.found + 1, finish + 1)),
    ]
    return any(_is_name(pattern.words, mine) and _is_name(words, theirs) for mine, theirs in gaps)


def _is_name(words: Words, places: range) -> bool:
    """Whether the words of content have capitals, and not from the beginning of a sentence."""
    content = [place for place in places if is_content(words.words[place])]
    return bool(content) and all(
        words.quote(place, place)[:1].isupper() and place > 0 and not parts(words, place) for place in content
    )


def stands_alone(words: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` are a sentence or clause of their own."""
    before = first == 0 or parts(words, first)
    return before and (last + 1 == len(words) or parts(words, last + 1))
