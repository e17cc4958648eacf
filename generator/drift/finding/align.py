"""Finds the stretch of a source that is most like a wording, word by word and in order, or as a bag of words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.drift.finding.pattern import Pattern, kin, nouns_after
from generator.drift.numbers.clock import CLOCK
from generator.drift.numbers.figure import measures
from generator.drift.tuning import Tuning
from generator.drift.words import NUMBER, Words

EQUAL_NUMBER = 0.05
"""Tips the choice between two numbers towards the equal one."""
NO_LESS = 1e-6
"""Takes what is as much alike for more."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Word `wanted` of the wording stands at word `found` of the source. `extra` is the claim weight of a number."""

    wanted: int
    found: int
    credit: float
    extra: float


def goes_on(before: Pair, after: Pair) -> bool:
    """Whether nothing stands between the words of two pairs, here and there."""
    return (after.wanted, after.found) == (before.wanted + 1, before.found + 1)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words `first` to `last` of the source, taken for the wording. `similarity` is a weighted Dice coefficient.

    `tile`: nothing moved but a figure, from before its words to behind them or back. `figure`: nothing is another but
    a figure.
    """

    pairs: tuple[Pair, ...]
    first: int
    last: int
    similarity: float
    reordered: bool = False
    tile: bool = False
    figure: bool = False


@dataclass(slots=True)
class _Cell:
    pair: Pair
    score: float
    before: _Cell | None


def align(pattern: Pattern, words: Words, tuning: Tuning, lo: int, hi: int) -> Alignment | None:
    """The best stretch among the words `lo` to `hi` (exclusive), in order or not; None if no word is shared."""
    table = _table(pattern, words, tuning, lo, hi)
    ordered = _in_order(pattern, words, table)
    if ordered is None:
        return None
    if _runs_on(pattern, words, ordered.first, ordered.last):
        least = tuning.reorder_factor * ordered.similarity - NO_LESS
    elif ordered.similarity >= 0.95:
        return ordered
    else:
        least = ordered.similarity
    loose = _as_bag(pattern, words, table, tuning, at_least=max(least, pattern.threshold * 0.9))
    return loose or ordered


def _runs_on(pattern: Pattern, words: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` begin within a sentence and go on into the next: no way to tell one sentence."""
    if any(pattern.words.breaks[1:]) or not any(words.breaks[first + 1 : last + 1]):
        return False
    return first > 0 and not words.breaks[first]


def _table(pattern: Pattern, words: Words, tuning: Tuning, lo: int, hi: int) -> dict[int, list[Pair]]:
    """For each source word, the words of the wording that it may be."""
    table: dict[int, list[Pair]] = {}
    for index in range(lo, hi):
        places = pattern.positions(words.words[index])
        if places:
            table[index] = [
                Pair(place, index, credit, _extra(pattern, words, place, index, tuning)) for place, credit in places
            ]
    return table


def _extra(pattern: Pattern, words: Words, place: int, index: int, tuning: Tuning) -> float:
    if words.words[index] != NUMBER:
        return 0.0
    mine, theirs = pattern.words.quantities[place], words.quantities[index]
    extra = 0.0 if mine.differs(theirs) else EQUAL_NUMBER
    counts = mine.unit == theirs.unit != "x" and measures(mine.unit) not in ("time", CLOCK)
    if counts and _count_alike(pattern.nouns[place], nouns_after(words, index)):
        extra += tuning.claim_weight
    return extra


def _count_alike(mine: list[str], theirs: list[str]) -> bool:
    """Whether they share a noun that they do not narrow down differently: `finance teams` are no `football teams`."""
    for place, one in enumerate(mine):
        for index, other in enumerate(theirs):
            if kin(one, other):
                return place == 0 or index == 0 or any(kin(a, b) for a in mine[:place] for b in theirs[:index])
    return False


def _in_order(pattern: Pattern, words: Words, table: dict[int, list[Pair]]) -> Alignment | None:
    """Maximises 2·matched − t·(weight of the stretch), which is largest where the Dice coefficient best clears t."""
    rate = pattern.threshold
    best_before: list[_Cell | None] = [None] * (len(pattern.words) + 1)
    reach = [float("-inf")] * (len(pattern.words) + 1)
    spent, last_index, best = 0.0, -1, None
    for index, pairs in table.items():
        spent += sum(words.weights[last_index + 1 : index + 1]) + sum(words.breaks[last_index + 1 : index + 1])
        last_index = index
        cells = []
        for pair in pairs:
            gain = 2 * pair.credit * pattern.words.weights[pair.wanted] + 2 * pair.extra * (1 - rate)
            fresh, onward = -rate * words.weights[index], reach[pair.wanted] - rate * spent
            before = best_before[pair.wanted] if onward > fresh else None
            cells.append(_Cell(pair, gain + max(fresh, onward), before))
        for cell in cells:
            _spread(cell, cell.score + rate * spent, reach, best_before)
            if best is None or cell.score > best.score + 1e-9:
                best = cell
    return None if best is None else _follow(pattern, words, best)


def _spread(cell: _Cell, value: float, reach: list[float], best_before: list[_Cell | None]) -> None:
    """Offer `cell` as the predecessor of every later word of the wording; `reach` never falls from left to right."""
    for place in range(cell.pair.wanted + 1, len(reach)):
        if reach[place] >= value:
            return
        reach[place], best_before[place] = value, cell


def _follow(pattern: Pattern, words: Words, last: _Cell) -> Alignment:
    pairs: list[Pair] = []
    cell: _Cell | None = last
    while cell is not None:
        pairs.append(cell.pair)
        cell = cell.before
    pairs.reverse()
    first, end = pairs[0].found, pairs[-1].found
    return Alignment(tuple(pairs), first, end, dice(pattern, words, pairs, first, end))


def dice(pattern: Pattern, words: Words, pairs: list[Pair], first: int, last: int) -> float:
    """How alike the wording and words `first` to `last` are, of which the pairs are shared."""
    matched = sum(pair.credit * pattern.words.weights[pair.wanted] + pair.extra for pair in pairs)
    extra = sum(pair.extra for pair in pairs)
    return 2 * matched / (pattern.total + sum(words.weights[first : last + 1]) + 2 * extra)


def _as_bag(
    pattern: Pattern, words: Words, table: dict[int, list[Pair]], tuning: Tuning, at_least: float
) -> Alignment | None:
    """The best stretch when order does not count, if it is clearly better than `at_least`."""
    best: tuple[float, int, int] | None = None
    supply = Counter(pattern.words.words)
    most = sum(pattern.words.weights[place] for place in {pair.wanted for pairs in table.values() for pair in pairs})
    if tuning.reorder_factor * 2 * most <= at_least * (pattern.total + most):
        return None
    indexes = list(table)
    for start, first in enumerate(indexes):
        left, matched, spent, previous = supply.copy(), 0.0, 0.0, first - 1
        for last in indexes[start:]:
            spent += sum(words.weights[previous + 1 : last + 1]) + (
                sum(words.breaks[previous + 1 : last + 1]) if previous >= first else 0.0
            )
            previous = last
            if spent > 2 * pattern.total:
                break
            pair = next((p for p in table[last] if left[pattern.words.words[p.wanted]]), None)
            if pair is None or _runs_on(pattern, words, first, last):
                continue
            left[pattern.words.words[pair.wanted]] -= 1
            matched += pair.credit * pattern.words.weights[pair.wanted]
            similarity = tuning.reorder_factor * 2 * matched / (pattern.total + spent)
            if similarity > (best[0] if best else at_least) + 1e-9:
                best = (similarity, first, last)
    if best is None:
        return None
    inside = {index: pairs for index, pairs in table.items() if best[1] <= index <= best[2]}
    ordered = _in_order(pattern, words, inside)
    pairs = ordered.pairs if ordered else ()
    return Alignment(pairs, best[1], best[2], best[0], reordered=True)
