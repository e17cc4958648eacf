"""Keeps the author's own clauses before and after a match out of it: `…, he said`, `As promised, …`."""

from __future__ import annotations

import re

from generator.drift.finding.align import Alignment
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.words import NUMBER, Words

_CLAUSE_END = re.compile(r"[,.;:!?…()\[\]\"“”„«»]|\s[–—-]\s|—")
JOINING = frozenset({"and", "or", "og", "eller", "und", "oder", "et", "ou", "y", "och"})
"""Joins the last of several things, before which others write a comma."""


def without_clauses(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> tuple[int, int]:
    """Words `first` to `last` without the clauses at their edges that stand for nothing in the wording."""
    if found.reordered or not found.pairs:
        return first, last
    wanted = pattern.words
    begin, end = found.pairs[0], found.pairs[-1]
    before = list(range(begin.wanted - 1, -1, -1))
    after = list(range(end.wanted + 1, len(wanted)))
    own_before = bool(before) and ends_clause(wanted, begin.wanted)
    own_after = bool(after) and (wanted.words[after[0]] in JOINING or ends_clause(wanted, after[0]))
    left = _kept(words, [*range(found.first, first - 1, -1)], -1, _cut(wanted, before), own=own_before)
    right = _kept(words, [*range(found.last, last + 1)], 0, _cut(wanted, after), own=own_after)
    return found.first - left, found.last + right


def _kept(words: Words, places: list[int], side: int, missing: list[str], *, own: bool) -> int:
    """How many of the words at `places`, from the edge of the match outwards, belong to it.

    A clause ends the match where it holds as many words of content as the wording has left; the first at once, unless
    the wording has a clause of its `own` there, as does a further thing with a number (`and 300 employees`); and so
    does one with a figure where the wording has none left: `Since 2006, …`.
    """
    taken, wanted = 0, sum(map(is_content, missing))
    last_figure = max((at for at, place in enumerate(places) if at and _is_figure(words.words[place])), default=0)
    is_new = not own and not any(map(_is_figure, missing))
    for kept, place in enumerate(places[1:]):
        edge = place + 1 if side else place
        if ends_clause(words, edge) and (taken >= wanted or (kept == 0 and not own) or (is_new and kept < last_figure)):
            return kept
        if missing and kept == 0 and not (own or side) and words.words[place] in JOINING and last_figure:
            return kept
        taken += is_content(words.words[place])
    return len(places) - 1


def ends_clause(words: Words, index: int) -> bool:
    """Whether a clause ends between word `index` and the word before it."""
    return _CLAUSE_END.search(words.text, words.ends[index - 1], words.starts[index]) is not None


def _cut(words: Words, places: list[int]) -> list[str]:
    return [words.words[place] for place in places]


def _is_figure(word: str) -> bool:
    """Whether it is a number or a year."""
    return word == NUMBER or word[0].isdigit()
