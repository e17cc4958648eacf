"""Goes over a text in arrays and names the few places where a form of a wording, or a term, may stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.drift.finding.across import has_clauses, is_long
from generator.drift.finding.cluster import Clustering, Region
from generator.drift.finding.enough import LONG_RUN, PLAIN_SHARE
from generator.drift.finding.figure import beside_figures
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.finding.seed import REACH, PairIndex, Seeds, wording_numbers
from generator.drift.numbers.bound import bound_in_block_before
from generator.drift.reading.stream import Ints, Stream, stream
from generator.drift.reading.vocabulary import NUMBER_ID, UNKNOWN, Vocabulary
from generator.drift.sheet import Sheet
from generator.drift.tuning import Tuning

MARGIN = 8
"""Words looked at around a region beyond the length of the wording."""
FAR = 1_000
"""Characters without a word after which nothing goes on: no sentence holds so many signs, a hostile file does."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Characters `start` to `end` of a sheet may hold a form of wording number `wording`.

    `across` says that these are several sections, the clauses of the wording one after the other.
    """

    wording: int
    start: int
    end: int
    across: bool = False


class _Bag(NamedTuple):
    """Weight of each word of a wording by its number, of all and of the content words, and how much must be there.

    `claimed` are the things that a claim counts.
    """

    everything: dict[int, float]
    content: dict[int, float]
    needed: float
    content_needed: float
    claimed: frozenset[int]


class Scan:
    """The wordings and terms, ready to look for in any text."""

    def __init__(self, patterns: Sequence[Pattern], term_words: Sequence[str], tuning: Tuning) -> None:
        self._patterns = patterns
        short = [pattern.wording.text for pattern in patterns if len(pattern.words) <= LONG_RUN]
        self._vocabulary = Vocabulary([*(pattern.wording.text for pattern in patterns), *term_words], short)
        self._pairs = PairIndex(patterns, self._vocabulary)
        self._clustering = Clustering(patterns, tuning.seed_coverage)
        self._clauses = np.array([has_clauses(pattern.words) for pattern in patterns], np.bool_)
        self._long = np.array([is_long(pattern.words) for pattern in patterns], np.bool_)
        self._bags = [_bag(pattern, self._vocabulary, tuning) for pattern in patterns]
        self._singles = _singles(patterns, self._vocabulary)
        self._term_words = np.zeros(self._vocabulary.size, np.bool_)
        if term_words:
            self._term_words[self._vocabulary.numbers(stream(" ".join(term_words)))] = True
            self._term_words[UNKNOWN] = False

    def look(self, sheet: Sheet) -> tuple[list[Suspicion], list[int]]:
        """Where wordings may stand, and the characters at which a word of a term starts."""
        words = stream(sheet.text)
        ids = self._vocabulary.numbers(words)
        sections, groups = _parts(words, sheet.sections), _parts(words, sheet.groups)
        far = _far_apart(words)
        seeds = self._pairs.seeds(ids)
        suspicions = [
            *self._suspicions(sheet, words, ids, seeds, sections, sections + far),
            *self._across(words, ids, seeds, sections, groups + far),
            *self._lone_words(words, ids),
        ]
        terms = words.starts[np.flatnonzero(self._term_words[ids])].tolist() if self._term_words.any() else []
        return suspicions, terms

    def _suspicions(
        self, sheet: Sheet, words: Stream, ids: NDArray[np.int32], seeds: Seeds, sections: Ints, stretches: Ints
    ) -> list[Suspicion]:
        """`stretches` are the sections, parted where words stand far apart."""
        found = []
        for region in self._clustering.regions(seeds, stretches):
            lo, hi = self._reach(region, stretches)
            if not self._may_reach(region.wording, ids[lo:hi]):
                continue
            start, end = sheet.section(int(sections[region.first]) - 1)
            start = max(start, int(words.starts[lo]) - FAR, int(words.ends[lo - 1]) if lo else 0)
            end = min(end, int(words.ends[hi - 1]) + FAR, int(words.starts[hi]) if hi < len(words) else len(sheet.text))
            found.append(Suspicion(region.wording, start, end))
            bound = (
                start
                if start in sheet.groups
                else bound_in_block_before(sheet.text, start, self._patterns[region.wording].bounds)
            )
            if bound < start:
                found.append(Suspicion(region.wording, bound, end, across=True))
        return found

    def _across(
        self, words: Stream, ids: NDArray[np.int32], seeds: Seeds, sections: Ints, groups: Ints
    ) -> list[Suspicion]:
        """Regions over several sections of a group, for wordings of several clauses and long ones that go on there."""
        found = []
        goes_on = np.zeros(len(self._long), np.bool_)
        goes_on[seeds.going_on(sections)] = True
        for region in self._clustering.regions(seeds.of(self._clauses | self._long & goes_on), groups):
            last = min(region.last - REACH, len(words) - 1)
            if sections[region.first] == sections[last]:
                continue
            lo, hi = self._reach(region, groups)
            if self._may_reach(region.wording, ids[lo:hi]):
                found.append(Suspicion(region.wording, int(words.starts[lo]), int(words.ends[hi - 1]), across=True))
        return found

    def _reach(self, region: Region, part_of: Ints) -> tuple[int, int]:
        """The words around a region, up to the ends of its part, in which a form may stand (`hi` is not one)."""
        margin = len(self._patterns[region.wording].words) + MARGIN
        part = part_of[region.first]
        first, after = part_of.searchsorted(part), part_of.searchsorted(part, side="right")
        return max(region.first - margin, int(first)), min(region.last + margin + 1, int(after))

    def _may_reach(self, wording: int, ids: NDArray[np.int32]) -> bool:
        """Whether the words in reach, in whatever order, could make a match at all."""
        bag, content, needed, content_needed, claimed = self._bags[wording]
        there = set(ids.tolist())
        if claimed and NUMBER_ID in there and claimed & there:
            return True
        if sum(content[number] for number in there if number in content) < content_needed:
            return False
        return sum(bag[number] for number in there if number in bag) >= needed

    def _lone_words(self, words: Stream, ids: NDArray[np.int32]) -> list[Suspicion]:
        """Places of wordings of a single word, which make no pairs."""
        found = []
        for number, wording in self._singles:
            places = np.flatnonzero(ids == number).tolist()
            found += [Suspicion(wording, int(words.starts[at]), int(words.ends[at])) for at in places]
        return found


def _parts(words: Stream, starts: Sequence[int]) -> Ints:
    """For each word, how many parts of the text, of which these are the starts, have begun by there."""
    return np.cumsum(np.bincount(np.searchsorted(words.starts, starts), minlength=len(words) + 1))[:-1]


def _far_apart(words: Stream) -> Ints:
    """For each word, how often two words up to there stood far apart, or one of them was no word: it was as long."""
    gaps = words.starts[1:] - words.ends[:-1] > FAR
    endless = words.ends - words.starts > FAR
    return np.concatenate((np.zeros(min(1, len(words)), np.int64), np.cumsum(gaps | endless[1:] | endless[:-1])))


def _bag(pattern: Pattern, vocabulary: Vocabulary, tuning: Tuning) -> _Bag:
    everything: dict[int, float] = {}
    content: dict[int, float] = {}
    for number, place in wording_numbers(pattern, vocabulary):
        weight = pattern.words.weights[place]
        everything[number] = everything.get(number, 0.0) + weight
        if is_content(pattern.words.words[place]):
            content[number] = content.get(number, 0.0) + weight
    share = tuning.bag_share if pattern.content >= tuning.anchor else PLAIN_SHARE
    anchor = tuning.anchor if len(pattern.words) <= LONG_RUN else 0.0
    least = min(0.9 * pattern.content, max(tuning.content_share * pattern.content, anchor))
    if any(number.unit for number in pattern.words.quantities.values()):
        least -= min(least, pattern.words.weights[min(pattern.words.quantities)])
    counted = {place + 1 + step for place in pattern.claims for step in range(len(pattern.nouns[place]))}
    claimed = frozenset(number for number, place in wording_numbers(pattern, vocabulary) if place in counted)
    needed = min(share * pattern.sure, beside_figures(pattern) or pattern.total)
    return _Bag(everything, content, needed, least, claimed)


def _singles(patterns: Sequence[Pattern], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    singles = []
    for wording, pattern in enumerate(patterns):
        numbers = wording_numbers(pattern, vocabulary)
        if len(numbers) == 1 and numbers[0][0] not in (UNKNOWN, NUMBER_ID):
            singles.append((numbers[0][0], wording))
    return singles
