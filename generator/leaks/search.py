"""Looks for runs of words in all the pages of a site, which have most of their lines in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from generator.derive.audiences.secrets import Runs, Secret, every, folded, found_among
from generator.derive.audiences.written import Words

KEPT = 2**15
"""Lines that are remembered; more than a page has, or the search index of a thousand records."""
SHORT = 20_000
"""Letters of the longest line that is kept; the search index has the text of a page in one line."""

Found = tuple[Words, Secret]


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a line: its first words, the runs inside, and its ends that a run may begin with."""

    head: Words
    found: tuple[Found, ...]
    ends: tuple[Words, ...]


class Search:
    """Finds the runs in one text after the other, each line that comes again at no cost."""

    def __init__(self, runs: Runs) -> None:
        known = [run for run, _ in every(runs)]
        self._runs = runs
        self._longest = max(map(len, known), default=0)
        self._beginnings = {run[:length] for run in known for length in range(1, len(run))}
        self._remembered = lru_cache(maxsize=KEPT)(self._read)

    def found_in(self, text: str) -> Iterator[Found]:
        """Each run that stands in `text`, be it in one line or across several."""
        if not self._runs:
            return
        lines = [line for said in text.split("\n") if (line := self._line(said)).head]
        for position, line in enumerate(lines, start=1):
            yield from line.found
            for end in line.ends:
                yield from self._across(end, lines[position : position + self._longest])

    def _line(self, said: str) -> Line:
        return self._remembered(said) if len(said) <= SHORT else self._read(said)

    def _read(self, said: str) -> Line:
        words = tuple(folded(said))
        last = words[-self._longest :]
        ends = (last[start:] for start in range(len(last)))
        return Line(
            words[: self._longest],
            tuple(found_among(words, self._runs)),
            tuple(end for end in ends if end in self._beginnings),
        )

    def _across(self, end: Words, after: Sequence[Line]) -> Iterator[Found]:
        """The runs that begin with `end` and go on in the lines after it."""
        words = end + tuple(islice(chain.from_iterable(line.head for line in after), self._longest))
        for length, known in self._runs[end[0]].items():
            if length > len(end) and (secret := known.get(words[:length])):
                yield words[:length], secret
