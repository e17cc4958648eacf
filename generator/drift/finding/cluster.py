"""Gathers the seeds of one wording that stand close together into regions worth a closer look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.drift.finding.figure import beside_figures
from generator.drift.finding.pattern import Pattern
from generator.drift.finding.seed import REACH, Seeds
from generator.drift.reading.stream import Ints

APART = 14
"""Seeds further apart than so many words belong to different regions."""


@dataclass(frozen=True, slots=True)
class Region:
    """Words `first` to `last` of a text may hold a form of wording `wording`."""

    wording: int
    first: int
    last: int


class Clustering:
    """The weights of all wordings, to tell how much of a wording a region has; a counted claim alone is enough."""

    def __init__(self, patterns: Sequence[Pattern], coverage: float) -> None:
        self._longest = max((len(pattern.words) for pattern in patterns), default=0) + 1
        self._weights = np.zeros((len(patterns), self._longest))
        for number, pattern in enumerate(patterns):
            self._weights[number, : len(pattern.words)] = pattern.words.weights
        self._needed = coverage * self._weights.sum(axis=1)
        for number, pattern in enumerate(patterns):
            self._needed[number] = min(coverage * pattern.sure, beside_figures(pattern) or pattern.total)
            for place in pattern.claims:
                at = slice(place, place + 1 + len(pattern.nouns[place]))
                self._weights[number, at] = np.maximum(self._weights[number, at], self._needed[number] / 2)

    def regions(self, seeds: Seeds, section_of: Ints) -> list[Region]:
        """Regions whose seeds cover enough of a wording; `section_of` each word of the text, none crosses two."""
        within = np.flatnonzero(section_of[seeds.at] == section_of[seeds.to])
        if not len(within):
            return []
        wording, at = seeds.wording[within], seeds.at[within]
        new = np.concatenate(([True], (np.diff(wording) != 0) | (np.diff(at) > APART) | (np.diff(section_of[at]) != 0)))
        firsts = np.flatnonzero(new)
        covered = self._covered(np.cumsum(new) - 1, wording[firsts], seeds.one[within], seeds.other[within])
        kept = np.flatnonzero(covered >= self._needed[wording[firsts]])
        lasts = np.append(firsts[1:], len(at)) - 1
        return [Region(int(wording[firsts[k]]), int(at[firsts[k]]), int(at[lasts[k]]) + REACH) for k in kept]

    def _covered(self, cluster: Ints, wording_of: Ints, one: Ints, other: Ints) -> NDArray[np.float64]:
        """Weight of the distinct positions of each cluster, worked out only where it can be enough."""
        count, wording = len(wording_of), wording_of[cluster]
        most = np.bincount(cluster, self._weights[wording, one] + self._weights[wording, other], minlength=count)
        near = np.flatnonzero((most >= self._needed[wording_of])[cluster])
        places = np.concatenate((one[near], other[near]))
        keys = np.unique(np.concatenate((cluster[near], cluster[near])) * self._longest + places)
        clusters, places = keys // self._longest, keys % self._longest
        weights = self._weights[wording_of[clusters], places]
        return np.bincount(clusters, weights, minlength=count).astype(np.float64)
