"""Takes out of a match the number of another clause, which counts something else than the wording's does there.

`Acme serves 40 cities. It has 300 employees.` leaves out in how many countries, and tells no other number of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.drift.finding.align import EQUAL_NUMBER, Alignment, Pair, dice
from generator.drift.finding.clause import JOINING, ends_clause
from generator.drift.finding.edge import parts_blocks
from generator.drift.finding.pattern import Pattern, tells
from generator.drift.numbers.bound import first_of_bound
from generator.drift.numbers.figure import measures
from generator.drift.words import Words


def without_strangers(pattern: Pattern, words: Words, found: Alignment) -> Alignment:
    """The alignment without the numbers of another clause, and without function words that only stand beside one."""
    if found.reordered or found.tile:
        return found
    strange = [pair for at, pair in enumerate(found.pairs) if _is_strange(pattern, words, found.pairs, at)]
    if not strange:
        return found
    pairs = [pair for pair in found.pairs if pair not in strange]
    telling = [pair for pair in pairs if tells(pattern.words.words[pair.wanted])]
    if not telling:
        return found
    first, last = telling[0].found, telling[-1].found
    if first < strange[0].found:
        first = pairs[0].found
    if strange[-1].found < last:
        last = pairs[-1].found
    kept = [pair for pair in pairs if first <= pair.found <= last]
    return replace(found, pairs=tuple(kept), first=first, last=last, similarity=dice(pattern, words, kept, first, last))


def _is_strange(pattern: Pattern, words: Words, pairs: Sequence[Pair], at: int) -> bool:
    """Whether the number of a pair counts something else, and a clause begins or ends between it and the others."""
    pair = pairs[at]
    mine, theirs = pattern.words.quantities.get(pair.wanted), words.quantities.get(pair.found)
    if mine is None or theirs is None or pair.extra > EQUAL_NUMBER or not {"value", "unit"} & set(mine.differs(theirs)):
        return False
    if (mine.unit or theirs.unit) and measures(mine.unit) == measures(theirs.unit):
        return False
    wanted, there = first_of_bound(pattern.words, pair.wanted), first_of_bound(words, pair.found)
    before = [one for one in pairs[:at] if one.found < there and one.wanted < wanted]
    telling = [one for one in before if tells(pattern.words.words[one.wanted])]
    if not telling:
        after = next((one for one in pairs[at + 1 :] if tells(pattern.words.words[one.wanted])), None)
        return after is not None and _ends_sentence(words, pair.found, after.found)
    if _ends_sentence(words, telling[-1].found, there):
        return not _ends_sentence(pattern.words, telling[-1].wanted, wanted)
    return _parts(words, before[-1].found, there) and not _parts(pattern.words, before[-1].wanted, wanted)


def _ends_sentence(words: Words, before: int, place: int) -> bool:
    """Whether a sentence ends between two words; a block that does may hold a part of one: a cell, a tile."""
    return any(words.breaks[at] and not parts_blocks(words, at) for at in range(before + 1, place + 1))


def _parts(words: Words, before: int, place: int) -> bool:
    """Whether a clause ends between two words, or a further thing is joined there."""
    between = range(before + 1, place + 1)
    return any(ends_clause(words, at) for at in between) or any(words.words[at] in JOINING for at in between)
