"""Tells a wording whose figure alone is another: `Delivery in 48 days.` for `Delivery in 48 hours.`

A figure is a number with all that belongs to it: what bounds it, its unit and by what it is counted. Of a short wording
little is left beside it, which is enough where a sentence says just that and the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import sentence_end
from generator.drift.finding.pattern import Pattern, is_content, nouns_after
from generator.drift.numbers.bound import first_of_bound
from generator.drift.numbers.figure import measures
from generator.drift.numbers.qualifier import ONLY
from generator.drift.numbers.quantity import rate_of
from generator.drift.words import Words

OPENING = 1
"""So many words more may open the sentence right before its figure: `Guaranteed 30 % less`, `Now 30 % less`."""


def as_figure(pattern: Pattern, words: Words, found: Alignment, lo: int, hi: int) -> Alignment:
    """The alignment with all of its sentence, where that is word for word the wording but for its figures.

    Each of these has to measure the same. Where nothing else is there to know the wording by, it has to be the same
    amount, in part counted by the same: `From €49 per user per year` for `… per user per month`. The sentence is one
    of the words `lo` to `hi` (exclusive).
    """
    wanted = pattern.words
    is_whole = len(found.pairs) == len(wanted) == found.last - found.first + 1
    if is_whole or found.reordered or found.tile or not wanted.quantities:
        return found
    first, last = _sentence(words, found)
    mine, theirs = _figures(wanted, 0, len(wanted) - 1), _figures(words, first, last)
    if first < lo or last >= hi or len(mine) != len(theirs):
        return found
    frame, other = _beside(range(len(wanted)), mine), _beside(range(first, last + 1), theirs)
    if _said(words, other, theirs)[OPENING:] == _said(wanted, frame, mine) and _knows(pattern, frame, mine):
        other = other[OPENING:]
    if _said(words, other, theirs) != _said(wanted, frame, mine):
        return found
    known = sum(is_content(wanted.words[place]) for place in frame)
    if not all(_is_alike(wanted, one, words, there, known) for one, there in zip(mine, theirs, strict=True)):
        return found
    pairs = [Pair(*places, 1.0, 0.0) for places in zip(frame, other, strict=True)]
    for one, there in zip(mine, theirs, strict=True):
        pairs += _shared(wanted, words, one, there)
    ordered = tuple(sorted(pairs, key=lambda pair: pair.wanted))
    return replace(found, pairs=ordered, first=min(ordered[0].found, first), last=last, figure=True)


def counts_another(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether a number counts things where that of the wording has a unit: `Delivery in two parts`."""
    return any(
        pattern.words.quantities[pair.wanted].unit
        and not words.quantities[pair.found].unit
        and nouns_after(words, pair.found)
        for pair in found.pairs
        if pair.wanted in pattern.words.quantities and pair.found in words.quantities
    )


def beside_figures(pattern: Pattern) -> float:
    """The weight of what a text has at least of a wording whose figure alone is another; 0 where no unit tells that."""
    if not _has_unit(pattern):
        return 0.0
    inside = _inside(pattern)
    return sum(weight for place, weight in enumerate(pattern.words.weights) if place not in inside)


def is_figure_alone(pattern: Pattern) -> bool:
    """Whether a wording is a figure with a unit and nothing else to know it by: `From €49 per user per month`."""
    if not _has_unit(pattern):
        return False
    inside = _inside(pattern)
    return not any(is_content(word) for place, word in enumerate(pattern.words.words) if place not in inside)


def _has_unit(pattern: Pattern) -> bool:
    return any(number.unit for number in pattern.words.quantities.values())


def _inside(pattern: Pattern) -> set[int]:
    """The words of the figures but for their numbers."""
    figures = _figures(pattern.words, 0, len(pattern.words) - 1)
    return {place for figure in figures for place in figure} - pattern.words.quantities.keys()


def _sentence(words: Words, found: Alignment) -> tuple[int, int]:
    """The sentence of the match up to where a clause ends behind it; what has a label (`Storage: …`) is of another."""
    first, _ = words.unbroken(found.first, found.last)
    end = sentence_end(words, found.last)
    clause = (at - 1 for at in range(found.last + 1, end + 1) if ends_clause(words, at))
    return first, next(clause, end)


def _figures(words: Words, first: int, last: int) -> list[range]:
    found = []
    for place, number in words.quantities.items():
        if not first <= place <= last:
            continue
        start, end = max(first, first_of_bound(words, place)), place
        start -= start > first and words.words[start - 1] in ONLY
        reach = rate_of(words.text, number).end
        while end < last and words.starts[end + 1] < reach:
            end += 1
        found.append(range(start, end + 1))
    return found


def _beside(span: range, figures: Sequence[range]) -> list[int]:
    """The words that belong to no figure."""
    return [place for place in span if not any(place in figure for figure in figures)]


def _said(words: Words, places: Sequence[int], figures: Sequence[range]) -> list[str]:
    """What stands at the places, with a gap for each figure."""
    gaps = [(figure.start, "") for figure in figures]
    return [word for _, word in sorted([*((place, words.words[place]) for place in places), *gaps])]


def _knows(pattern: Pattern, frame: Sequence[int], figures: Sequence[range]) -> bool:
    """Whether a wording begins with its figure, beside which more than a word and half of its content stand."""
    content = sum(is_content(pattern.words.words[place]) for place in frame)
    return figures[0].start == 0 and content > 1 and 2 * content >= sum(map(is_content, pattern.words.words))


def _is_alike(wanted: Words, mine: range, words: Words, theirs: range, known: int) -> bool:
    """Whether both figures measure the same; beside a single word (`known`) also as much or by the same unit."""
    one = next(number for place, number in wanted.quantities.items() if place in mine)
    other = next(number for place, number in words.quantities.items() if place in theirs)
    if measures(one.unit) != measures(other.unit):
        return False
    differ = {"value", "unit"} & set(one.differs(other))
    by, also = rate_of(wanted.text, one).by, rate_of(words.text, other).by
    if known:
        return known > 1 or len(differ) < 2 or (by == also and one.lasts_about(other))
    return not differ and bool(by & also)


def _shared(wanted: Words, words: Words, mine: range, theirs: range) -> list[Pair]:
    one, other = [wanted.words[place] for place in mine], [words.words[place] for place in theirs]
    return [
        Pair(mine[step.src_start + at], theirs[step.dest_start + at], 1.0, 0.0)
        for step in LCSseq.opcodes(one, other)
        if step.tag == "equal"
        for at in range(step.src_end - step.src_start)
    ]
