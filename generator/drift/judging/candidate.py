"""Turns an alignment that is good enough into a candidate: what it is, where it stands, how much speaks for it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from generator.drift.finding.across import crosses, is_broken_well
from generator.drift.finding.align import Alignment
from generator.drift.finding.clause import ends_clause, without_clauses
from generator.drift.finding.edge import extend, whole_sentence
from generator.drift.finding.enough import is_enough, restates_claim
from generator.drift.finding.opening import names_all
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.judging.another_claim import says_its_own
from generator.drift.judging.moment import is_of_another_year
from generator.drift.judging.narrowed import is_bare_count, is_narrowed
from generator.drift.judging.reported import is_asked_of_us, is_reported, is_told_by_nobody
from generator.drift.judging.supposed import is_supposed
from generator.drift.judging.verdict import Judgement, judge
from generator.drift.judging.voice import is_of_others
from generator.drift.result import Kind, Verdict
from generator.drift.tuning import Tuning
from generator.drift.wording import State, Voices
from generator.drift.words import Words

NEVER = 2.0
"""A likeness that nothing has: what is asked or supposed with another number is not meant as the wording."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of a sheet that may be a form of a wording, before the spans find their owners."""

    pattern: Pattern
    words: Words
    judgement: Judgement
    similarity: float
    first: int
    last: int
    taken: tuple[tuple[int, int, float], ...]
    """Start, end and weight of each word that is shared with the wording."""
    telling: frozenset[int]
    """Where those start that say what it is about."""
    lone_numbers: bool
    """Whether the wording has numbers and the span none in their place, or the span one that the wording has not."""
    restated: bool
    """Whether the counted claim of the wording stands there with another number."""
    narrowed: bool
    """Whether the sentence tells of less or of another case than the wording, of which the number may be true."""
    about_others: bool
    """Whether somebody else says it, or of somebody else or another year: what stands beside it may still be ours."""

    @property
    def start(self) -> int:
        """First character in the sheet."""
        return self.words.starts[self.first]

    @property
    def end(self) -> int:
        """Character after the last in the sheet."""
        return self.words.ends[self.last]

    @property
    def keys(self) -> list[str]:
        """Its words to compare, numbers with value, unit and bound."""
        return self.words.keys(self.first, self.last)

    @property
    def exact(self) -> bool:
        """The same words and numbers, at most other marks."""
        return self.worded and not self.judgement.numbers

    @property
    def worded(self) -> bool:
        """The same words, whatever the numbers."""
        return self.judgement.kind in (Kind.EXACT, Kind.FORMATTING)

    @property
    def approved(self) -> bool:
        """An allowed wording as it should be: terms within it are no business of the term rules."""
        return self.exact and self.pattern.wording.state is not State.RETIRED

    @property
    def fullness(self) -> tuple[float, int]:
        """How much of its message is there; of as much, the wording that has no more is the better one."""
        return round(sum(weight for _, _, weight in self.taken), 3), -len(self.pattern.words)

    @property
    def core(self) -> tuple[int, int]:
        """First character that it shares with its wording, and the one after the last."""
        if self.judgement.kind is Kind.REORDERED or not self.taken:
            return self.start, self.end
        return min(start for start, _, _ in self.taken), max(end for _, end, _ in self.taken)

    def apart_from(self, start: int, end: int) -> Candidate:
        """Its quote up to the clause in which characters `start` to `end` stand, where it shares none of those.

        An altered form is quoted with its whole sentence, of which another message may be a part.
        """
        begin, finish = self.core
        places, first, last = self.words.starts, self.first, self.last
        if self.start < end <= begin:
            edges = range(bisect_left(places, end), bisect_left(places, begin) + 1)
            first = next((at for at in edges if ends_clause(self.words, at)), edges[0])
        elif finish <= start < self.end:
            edges = range(bisect_left(places, start), bisect_left(places, finish) - 1, -1)
            last = next((at for at in edges if ends_clause(self.words, at)), edges[0]) - 1
        return replace(self, first=first, last=last)

    def similarity_to(self, whole: Pattern) -> float:
        """How much it is like all of a message of which it is the first sentences."""
        there = sum(self.words.weights[self.first : self.last + 1])
        return self.similarity * (self.pattern.total + there) / (whole.total + there)

    def rank(self) -> tuple[object, ...]:
        """Sorts the best owner first: exact, equal numbers, similarity, length, today's wording, id.

        A number that is not in the span is not equal: the span that has another one in its place says more.
        """
        return (
            not self.exact,
            self.lone_numbers or any(set(number.what) & {"value", "unit"} for number in self.judgement.numbers),
            self.lone_numbers or bool(self.judgement.numbers),
            -round(self.similarity, 3),
            -len(self.pattern.words),
            self.pattern.wording.state is State.RETIRED,
            self.pattern.wording.id,
            self.start,
        )


def candidate(
    pattern: Pattern, words: Words, found: Alignment, as_of: date, tuning: Tuning, voices: Voices
) -> Candidate | None:
    """The candidate, if the alignment is enough to take it for a form of the wording."""
    first, last = without_clauses(pattern, words, found, *extend(pattern, words, found))
    across = crosses(words, first, last)
    if across and not is_broken_well(pattern.words, words, found):
        return None
    enough = is_enough(pattern, words, found, first, last, tuning, across=across)
    if not enough and len(found.pairs) < len(pattern.words):
        return None
    judgement = judge(pattern, words, found, first, last, as_of)
    exact = judgement.kind in (Kind.EXACT, Kind.FORMATTING)
    if not enough and not exact:
        return None
    verbatim = found.last - found.first + 1 == len(found.pairs) == len(pattern.words)
    meant_from = NEVER if judgement.numbers else 0.0 if verbatim else tuning.beside_carried
    supposed = is_supposed(pattern, words, found, meant_from)
    claims = exact or bool(judgement.numbers) or not (supposed or says_its_own(pattern, words, found, first, last))
    if not exact:
        first, last = whole_sentence(words, first, last, int(tuning.sentence_reach * len(pattern.words)))
        first, last = without_clauses(pattern, words, found, first, last)
        judgement = judge(pattern, words, found, first, last, as_of)
    if pattern.is_claim and not (
        judgement.verdict is Verdict.NUMBER and judgement.restates_value and names_all(pattern, found)
    ):
        return None
    reported = not (exact and not judgement.numbers) and is_reported(pattern, words, found, voices)
    where = pattern.wording.text, words, found.first, found.last
    about_others = (
        not claims
        or (reported and not judgement.numbers)
        or (judgement.restates_value and is_of_another_year(*where, as_of))
        or ((bool(judgement.numbers) or not exact) and (is_of_others(*where, voices) or is_asked_of_us(words, found)))
    )
    taken = tuple(
        (words.starts[pair.found], words.ends[pair.found], pattern.words.weights[pair.wanted]) for pair in found.pairs
    )
    telling = frozenset(words.starts[pair.found] for pair in found.pairs if is_content(words.words[pair.found]))
    figures = {pair.wanted for pair in found.pairs} & pattern.words.quantities.keys()
    there = {place for place in range(judgement.first, judgement.last + 1) if place in words.quantities}
    added = there - {pair.found for pair in found.pairs}
    lone_numbers = bool(added) or (bool(pattern.words.quantities) and not figures)
    return Candidate(
        pattern,
        words,
        judgement,
        found.similarity,
        judgement.first,
        judgement.last,
        taken,
        telling,
        lone_numbers,
        restates_claim(pattern, words, found),
        bool(judgement.numbers)
        and (
            supposed
            or reported
            or is_told_by_nobody(pattern, words, found)
            or is_narrowed(pattern, words, found, voices)
            or is_bare_count(pattern, found)
        ),
        about_others,
    )
