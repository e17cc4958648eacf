"""Writes down of a candidate that keeps its span what the checks and pages are told."""

from __future__ import annotations

from collections.abc import Sequence

from generator.drift.diff import diff
from generator.drift.finding.pattern import Pattern
from generator.drift.judging.candidate import Candidate
from generator.drift.reading.fold import one_line
from generator.drift.result import Change, Kind, Match, Step, Verdict
from generator.drift.sheet import Sheet
from generator.model.block import Block


def match_of(sheet: Sheet, blocks: Sequence[Block], kept: Candidate) -> Match:
    """The match; what stands for the first sentences of a message is one of all of it, cut off."""
    judgement, whole = kept.judgement, kept.pattern.whole
    spots = sheet.spots(kept.start, kept.end)
    quote = "\n".join(blocks[spot.block].text[spot.start : spot.end] for spot in spots)
    if judgement.verdict is Verdict.CARRIED and judgement.kind is Kind.EXACT:
        changes: tuple[Change, ...] = (Change(Step.SAME, one_line(quote)),)
    else:
        changes = diff(kept.pattern.words, kept.words, kept.first, kept.last, sheet.written)
    return Match(
        wording=(whole or kept.pattern).wording,
        verdict=judgement.verdict,
        kind=Kind.TRUNCATED if whole and judgement.kind is Kind.EXACT else judgement.kind,
        similarity=round(min(1.0, kept.similarity if whole is None else kept.similarity_to(whole)), 3),
        spots=spots,
        quote=quote,
        diff=changes if whole is None else _cut_off(changes, kept.pattern, whole),
        numbers=judgement.numbers,
        lost=judgement.lost,
        added=judgement.added,
        negation=judgement.negation,
        restated=kept.restated,
        narrowed=kept.narrowed,
        shown=blocks[spots[0].block].shown,
    )


def _cut_off(changes: tuple[Change, ...], opening: Pattern, whole: Pattern) -> tuple[Change, ...]:
    """The changes, and that what follows the first sentences of a message is left out."""
    place = len(opening.words)
    rest = whole.words.quote(place, len(whole.words) - 1)
    if changes[-1].step is Step.OUT:
        between = whole.words.text[whole.words.ends[place - 1] : whole.words.starts[place]]
        rest = f"{changes[-1].text}{between}{rest}"
        changes = changes[:-1]
    return (*changes, Change(Step.OUT, one_line(rest)))
