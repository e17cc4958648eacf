"""Compares messages with the blocks of a source: look over, look closer, judge, give every span one owner."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.drift.finding.align import align
from generator.drift.finding.apposition import with_beginning
from generator.drift.finding.figure import as_figure
from generator.drift.finding.opening import openings
from generator.drift.finding.pattern import Pattern, prepare_all
from generator.drift.finding.scan import MARGIN, Scan, Suspicion
from generator.drift.finding.stranger import without_strangers
from generator.drift.finding.tile import as_tile
from generator.drift.judging.candidate import Candidate, candidate
from generator.drift.judging.owner import owned
from generator.drift.judging.report import match_of
from generator.drift.judging.together import gathered, gathered_terms, without_elaborations
from generator.drift.judging.voice import is_somebody_else, is_under_a_rival
from generator.drift.mend import mend
from generator.drift.result import Match, Report, TermUse
from generator.drift.sheet import Sheet, lay_out
from generator.drift.terms import TermBook
from generator.drift.tuning import DEFAULT, Tuning
from generator.drift.wording import NOBODY, State, Term, Voices, Wording
from generator.drift.words import Words, split
from generator.model.block import Block, Kind, SourceText

WINDOW = 8
"""A form is looked for in so many times its reach at once: three times the wording and what stands beside it."""


def match(
    wordings: Sequence[Wording], terms: Sequence[Term], sources: Iterable[SourceText], *, as_of: date
) -> dict[str, Report]:
    """What each source, by path, says of the wordings and terms."""
    matcher = Matcher(wordings, terms)
    return {source.path: matcher.scan(source.blocks, as_of=as_of) for source in sources}


class Matcher:
    """Wordings and terms prepared once, for any number of sources; keeps nothing of a source."""

    def __init__(
        self,
        wordings: Sequence[Wording],
        terms: Sequence[Term] = (),
        voices: Voices = NOBODY,
        *,
        tuning: Tuning = DEFAULT,
    ) -> None:
        self._tuning = tuning
        self._voices = voices
        self._patterns, self._weights = prepare_all(wordings, tuning)
        self._approved = [pattern for pattern in self._patterns if pattern.wording.state is not State.RETIRED]
        self._said = "\n".join(wording.text for wording in wordings)
        self._terms = TermBook(terms)
        self._patterns += openings(self._patterns, tuning, self._weights)
        self._scan = Scan(self._patterns, self._terms.first_words, tuning)

    def scan(self, blocks: Sequence[Block], *, as_of: date) -> Report:
        """Every match and term in the blocks of one source, the same quote in several places taken together."""
        matches: list[Match] = []
        terms: list[TermUse] = []
        for sheet in lay_out(blocks, self._said):
            suspicions, places = self._scan.look(sheet)
            found = self._candidates(sheet, suspicions, as_of)
            kept = owned((each for each in found if self._is_ours(sheet, blocks, each)), self._approved, self._tuning)
            matches += [match_of(sheet, blocks, each) for each in kept]
            approved = [(each.start, each.end) for each in kept if each.approved]
            terms += self._terms.uses(sheet, blocks, places, approved)
        return Report(gathered(without_elaborations(matches, self._tuning)), gathered_terms(terms))

    def rivals(self, blocks: Sequence[Block], *, as_of: date) -> list[Match]:
        """Every form of every wording in the blocks, spans shared by several included."""
        found = []
        for sheet in lay_out(blocks, self._said):
            suspicions, _ = self._scan.look(sheet)
            found += [match_of(sheet, blocks, each) for each in self._candidates(sheet, suspicions, as_of)]
        return found

    def _candidates(self, sheet: Sheet, suspicions: list[Suspicion], as_of: date) -> Iterator[Candidate]:
        split_before: dict[tuple[int, int], Words] = {}
        for suspicion in suspicions:
            pattern = self._patterns[suspicion.wording]
            bounds = _bounds(sheet, suspicion)
            words = split_before.get(bounds)
            if words is None:
                words = split_before[bounds] = split(sheet.text, self._tuning, self._weights, *bounds)
            words = mend(words, pattern)
            lo, hi = bisect_left(words.starts, suspicion.start), bisect_left(words.starts, suspicion.end)
            hi = max(hi, bisect_right(words.ends, suspicion.end))  # the month that `10/12` at the end says
            yield from self._forms(pattern, words, lo, hi, as_of)

    def _is_ours(self, sheet: Sheet, blocks: Sequence[Block], found: Candidate) -> bool:
        """Whether it is said to readers by us and of us; an exact wording is, whoever says it."""
        inside = [blocks[spot.block] for spot in sheet.spots(found.start, found.end)]
        said = found.pattern.wording.text
        theirs = not found.exact and any(
            (block.quoted and is_somebody_else(block.quoted, said, self._voices))
            or (block.head and is_under_a_rival(block.head, said, self._voices))
            for block in inside
        )
        return not theirs and not _is_code(sheet, blocks, found)

    def _forms(self, pattern: Pattern, words: Words, lo: int, hi: int, as_of: date) -> Iterator[Candidate]:
        """The best form among the words, then those left and right of it; of a long stretch window by window."""
        waiting = _windows(lo, hi, 3 * len(pattern.words) + MARGIN)
        while waiting:
            lo, hi = waiting.pop()
            found = align(pattern, words, self._tuning, lo, hi)
            if found:
                found = as_figure(pattern, words, as_tile(pattern, words, found, lo, hi), lo, hi)
                found = without_strangers(pattern, words, found)
                found = with_beginning(pattern, words, found, lo)
            taken = candidate(pattern, words, found, as_of, self._tuning, self._voices) if found else None
            if found and taken:
                if not taken.about_others:
                    yield taken
                waiting += [(lo, found.first), (found.last + 1, hi)]


def _windows(lo: int, hi: int, reach: int) -> list[tuple[int, int]]:
    """Stretches that begin so far apart that time grows with the words, and overlap by more than a form is long.

    What a window cuts off is whole in the next, where it has the better claim to its words.
    """
    if hi - lo <= WINDOW * reach:
        return [(lo, hi)]
    starts = range(lo, hi - reach, (WINDOW - 1) * reach)
    return [(start, min(hi, start + WINDOW * reach)) for start in starts]


def _bounds(sheet: Sheet, suspicion: Suspicion) -> tuple[int, int]:
    around = suspicion.start, suspicion.end
    return around if suspicion.across else sheet.surroundings(*around)


def _is_code(sheet: Sheet, blocks: Sequence[Block], found: Candidate) -> bool:
    """Whether all of it stands in code, which nobody reads as a sentence."""
    return all(
        any(
            mark.kind is Kind.CODE and mark.start <= spot.start and spot.end <= mark.end
            for mark in blocks[spot.block].marks
        )
        for spot in sheet.spots(found.start, found.end)
    )
