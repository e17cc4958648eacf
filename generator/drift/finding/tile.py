"""Reads a tile whose figure stands behind its label: `Departures on time: 98.7 %`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.edge import SLACK
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.numbers.bound import first_of_bound
from generator.drift.numbers.qualifier import is_negation
from generator.drift.numbers.quantity import measured
from generator.drift.words import NUMBER, Words


def as_tile(pattern: Pattern, words: Words, found: Alignment, lo: int, hi: int) -> Alignment:
    """The alignment with its figures in their places, where nothing moved but they, past the words that they count.

    Either one did, and all others are as they should be, or all did: `Hospitals 1,400, countries 40`. What only ties a
    figure to its words (`98.7 % of departures`) is said by its place. The sentence is one of the words `lo` to `hi`
    (exclusive): the rest of one whose other words are judged already is no tile.
    """
    figures = pattern.words.quantities.keys()
    if not figures or (not found.reordered and figures <= {pair.wanted for pair in found.pairs}):
        return found
    first, last = words.unbroken(found.first, found.last)
    if first < lo or last >= hi or last - first > len(pattern.words) + SLACK:
        return found
    mine, theirs = _figures(pattern.words, 0, len(pattern.words) - 1), _figures(words, first, last)
    if len(mine) != len(theirs):
        return found
    moves = [([one], [other]) for one in mine for other in theirs] if len(mine) > 1 else []
    for one, other in (*moves, (mine, theirs)):
        pairs = _moved(pattern.words, words, one, other, range(first, last + 1))
        if pairs:
            return replace(found, pairs=pairs, first=first, last=last, reordered=False, tile=True)
    return found


def _moved(
    wanted: Words, words: Words, mine: Sequence[range], theirs: Sequence[range], span: range
) -> tuple[Pair, ...]:
    """The pairs, in the order of the wording, if all but these figures are in one order; else none."""
    labels = _label(mine, range(len(wanted))), _label(theirs, span)
    pairs = [*_shared(wanted, words, *labels)]
    lost = set(labels[0]) - {pair.wanted for pair in pairs}
    missing = [wanted.words[place] for place in lost]
    added = [words.words[place] for place in set(labels[1]) - {pair.found for pair in pairs}]
    beside = {place for figure in mine for place in (figure[0] - 1, figure[-1] + 1)}
    if not pairs or not lost <= beside or len(added) > SLACK or set(added) & set(missing):
        return ()
    if any(is_content(word) or word == NUMBER for word in missing) or any(map(is_negation, (*missing, *added))):
        return ()
    if any(
        wanted.quantities[pair.wanted].differs(words.quantities[pair.found])
        for pair in pairs
        if pair.wanted in wanted.quantities
    ):
        return ()
    for one, other in zip(mine, theirs, strict=True):
        pairs += _shared(wanted, words, one, other)
    return tuple(sorted(pairs, key=lambda pair: pair.wanted))


def _figures(words: Words, first: int, last: int) -> list[range]:
    """The numbers with the words that bound and measure them."""
    found = []
    for place, number in words.quantities.items():
        if first <= place <= last:
            end = place
            while end < last and words.starts[end + 1] < measured(words.text, number):
                end += 1
            found.append(range(max(first, first_of_bound(words, place)), end + 1))
    return found


def _label(figures: Sequence[range], span: range) -> list[int]:
    """The words that are none of the figures."""
    return [place for place in span if not any(place in figure for figure in figures)]


def _shared(wanted: Words, words: Words, mine: Sequence[int], theirs: Sequence[int]) -> Iterator[Pair]:
    one, other = [wanted.words[place] for place in mine], [words.words[place] for place in theirs]
    for step in LCSseq.opcodes(one, other):
        if step.tag == "equal":
            for at, there in zip(
                mine[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end], strict=True
            ):
                yield Pair(at, there, 1.0, 0.0)
