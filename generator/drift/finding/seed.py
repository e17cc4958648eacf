"""Knows which pairs of words belong to which wordings, and finds those pairs in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.drift.finding.figure import is_figure_alone
from generator.drift.finding.pattern import Pattern
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.stream import Ints, stream
from generator.drift.reading.vocabulary import NUMBER_ID, UNKNOWN, Vocabulary

REACH = 3
"""Words of a pair stand at most so far apart; what stands between them may have changed."""
_BITS = 18


@dataclass(frozen=True, slots=True)
class Seeds:
    """Hits of pairs: for each, which wording, the two words of the text, and the two positions in the wording.

    They are in order of the wording, then of the first word in the text.
    """

    wording: Ints
    at: Ints
    to: Ints
    one: Ints
    other: Ints

    def of(self, wordings: NDArray[np.bool_]) -> Seeds:
        """The hits of some wordings, told by their numbers."""
        own = np.flatnonzero(wordings[self.wording])
        return Seeds(self.wording[own], self.at[own], self.to[own], self.one[own], self.other[own])

    def going_on(self, part_of: Ints) -> Ints:
        """The wordings that go straight on from one part of the text into the next; `part_of` is that of each word."""
        last = len(part_of) - 1
        is_near = part_of[np.maximum(self.at - REACH, 0)] != part_of[np.minimum(self.to + REACH, last)]
        near = np.flatnonzero(is_near)
        one, other = near[:-1], near[1:]
        between = self.at[other] - self.to[one]
        straight = (between > 0) & (between == self.one[other] - self.other[one])
        parted = part_of[self.to[one]] != part_of[self.at[other]]
        inside = self.wording[part_of[self.at] != part_of[self.to]]
        follows = self.wording[other[straight & parted & (self.wording[one] == self.wording[other])]]
        return np.unique(np.concatenate((inside, follows)))


class PairIndex:
    """Every ordered pair of near words of every wording, for looking up the pairs of a text."""

    def __init__(self, patterns: Sequence[Pattern], vocabulary: Vocabulary) -> None:
        stops = _stop_numbers(vocabulary)
        rows = sorted(
            row for number, pattern in enumerate(patterns) for row in _pairs(number, pattern, vocabulary, stops)
        )
        self._size = vocabulary.size
        table = np.array(rows, np.int64).reshape(-1, 5)
        keys, firsts = np.unique(table[:, 0] * self._size + table[:, 1], return_index=True)
        self._firsts = np.append(firsts, len(table))
        self._wording, self._one, self._other = table[:, 2], table[:, 3], table[:, 4]
        random = np.random.default_rng(20260101)
        self._left = random.integers(0, 1 << _BITS, self._size)
        self._right = random.integers(0, 1 << _BITS, self._size)
        slots = self._left[keys // self._size] ^ self._right[keys % self._size]
        self._maybe = np.zeros(1 << _BITS, np.bool_)
        self._maybe[slots] = True
        self._keys = np.append(keys, -1)
        self._first_in, self._next = _chains(slots)

    def seeds(self, words: NDArray[np.int32]) -> Seeds:
        """All hits in a text whose words have these numbers."""
        ids = words.astype(np.int64)
        left, right = self._left[ids], self._right[ids]
        places, ends, rows = [], [], []
        for gap in range(1, REACH + 1):
            slots = left[:-gap] ^ right[gap:]
            at = np.flatnonzero(self._maybe[slots])
            row = self._rows(slots[at], ids[at] * self._size + ids[at + gap])
            real = row >= 0
            places.append(at[real])
            ends.append(at[real] + gap)
            rows.append(row[real])
        return self._expand(np.concatenate(places), np.concatenate(ends), np.concatenate(rows), len(ids))

    def _rows(self, slots: Ints, keys: Ints) -> Ints:
        """The row of each pair, -1 where it is none: from the first pair in its slot to the next ones."""
        rows = self._first_in[slots]
        others = np.flatnonzero(self._keys[rows] != keys)
        while len(others):
            rows[others] = self._next[rows[others]]
            others = others[(rows[others] >= 0) & (self._keys[rows[others]] != keys[others])]
        return rows

    def _expand(self, at: Ints, to: Ints, row: Ints, words: int) -> Seeds:
        """One entry a wording for hits that several wordings share."""
        firsts, times = self._firsts[row], self._firsts[row + 1] - self._firsts[row]
        inside = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
        entries, at, to = np.repeat(firsts, times) + inside, np.repeat(at, times), np.repeat(to, times)
        order = np.argsort(self._wording[entries] * words + at, kind="stable")
        entries = entries[order]
        return Seeds(self._wording[entries], at[order], to[order], self._one[entries], self._other[entries])


def _chains(slots: Ints) -> tuple[Ints, Ints]:
    """The first row in each slot, and for each row the next in the same slot; -1 for none."""
    first_in, following = np.full(1 << _BITS, -1, np.int64), np.full(len(slots) + 1, -1, np.int64)
    order = np.argsort(slots, kind="stable")
    first_in[slots[order[::-1]]] = order[::-1]
    shared = slots[order[1:]] == slots[order[:-1]]
    following[order[:-1][shared]] = order[1:][shared]
    return first_in, following


def _stop_numbers(vocabulary: Vocabulary) -> frozenset[int]:
    return frozenset(vocabulary.numbers(stream(" ".join(sorted(stop_words())))).tolist()) - {UNKNOWN}


def wording_numbers(pattern: Pattern, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The words of a wording as (number, position); a position for each of its words as they are compared."""
    words = stream(pattern.wording.text)
    ids = vocabulary.numbers(words)
    starts = np.array(pattern.words.ends, np.int64)
    positions = np.minimum(np.searchsorted(starts, words.starts, side="right"), max(len(starts) - 1, 0))
    return list(zip(ids.tolist(), positions.tolist(), strict=True))


def _pairs(
    number: int, pattern: Pattern, vocabulary: Vocabulary, stops: frozenset[int]
) -> list[tuple[int, int, int, int, int]]:
    words = wording_numbers(pattern, vocabulary)
    telling = [item for item in words if item[0] not in stops and item[0] != NUMBER_ID]
    is_bare = is_figure_alone(pattern)
    rows = set()
    for index, (one, place) in enumerate(words):
        for gap, (other, later) in enumerate(words[index + 1 : index + 1 + REACH], 1):
            is_figure = is_bare and gap == 1 and NUMBER_ID in (one, other)
            if len(telling) < 2 or is_figure or _tells(one, other, gap, stops):
                rows.add((one, other, number, place, later))
    return sorted(rows)


def _tells(one: int, other: int, gap: int, stops: frozenset[int]) -> bool:
    """Whether a pair says something: two numbers or function words do not, a function word only beside its word."""
    weak = (one in stops or one == NUMBER_ID) + (other in stops or other == NUMBER_ID)
    return weak == 0 or (weak == 1 and (gap == 1 or NUMBER_ID in (one, other)))
