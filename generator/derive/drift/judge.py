"""Turns a match into evidence, and the evidence of a source into the verdict of its cell."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from generator.derive.drift.evidence import Evidence, Verdict
from generator.derive.drift.mention import is_sentence_named
from generator.derive.drift.standing import is_one_case
from generator.derive.drift.where import places
from generator.derive.messages import Said
from generator.drift.reading.fold import one_line
from generator.drift.result import Match, NumberDifference, Report, Spot
from generator.model.block import SourceText


def evidence_of(source: str, text: SourceText, match: Match, report: Report, said: Said) -> Evidence:
    wording = match.wording
    return Evidence(
        source=source,
        message=said.rows[wording.id],
        subject=said.subjects[wording.id],
        wording=wording,
        canonical=said.offers[wording.id],
        verdict=Verdict(match.verdict.value),
        kind=match.kind,
        quote=one_line(match.quote),
        places=places(text, (*match.spots, *match.also)),
        similarity=match.similarity,
        diff=match.diff,
        numbers=tuple(_plain(number) for number in match.numbers),
        lost=match.lost,
        added=match.added,
        narrowed=match.narrowed,
        named=_is_named(text, match, report, said),
        shown=match.shown,
        spots=len(match.spots),
    )


def _is_named(text: SourceText, match: Match, report: Report, said: Said) -> bool:
    """Whether nowhere the quote is plainly what we say today."""
    if match.verdict.value not in {"altered", "number", "retired"}:
        return False
    return all(is_not_ours_today(text, match, spot, report, said) for spot in (match.spots[0], *match.also))


def is_not_ours_today(text: SourceText, match: Match, spot: Spot, report: Report, said: Said) -> bool:
    """Whether in this place it may be somebody else's, said of another time, or of one case among others."""
    offer = said.offers[match.wording.id]
    return is_sentence_named(text.blocks, spot, offer, said.voices) or is_one_case(
        text.blocks, match, spot, report, said.rows, said.voices.own
    )


def _plain(number: NumberDifference) -> NumberDifference:
    """Without no-break spaces and line ends, which nobody sees."""
    return replace(number, said=one_line(number.said), found=one_line(number.found))


def judged(evidence: Sequence[Evidence], *, required: bool, unknown: bool, broken: bool) -> Verdict:
    """The verdict of a cell: the gravest of its quotes; where there is none, what its silence means.

    `unknown`: nothing is known of the source today. `broken`: a part of it could not be read, so that what was
    not found may stand there.
    """
    if unknown:
        return Verdict.UNKNOWN
    drift = [each.verdict for each in evidence if each.verdict.is_drift]
    if drift:
        return min(drift, key=lambda verdict: verdict.rank)
    carried = [each for each in evidence if each.verdict is Verdict.CARRIED]
    if any(not each.hidden for each in carried):
        return Verdict.CARRIED
    if not required:
        return Verdict.CARRIED if carried else Verdict.SILENT
    if broken:
        return Verdict.UNKNOWN
    return Verdict.HIDDEN if carried else Verdict.MISSING


def since(
    evidence: Sequence[Evidence], message: datetime.date | None, source: datetime.date | None
) -> datetime.date | None:
    """The day from which it has been so: the later of the two last changes, or the day after a season."""
    if evidence and evidence[0].verdict is Verdict.EXPIRED and evidence[0].wording.ends:
        return evidence[0].wording.ends + datetime.timedelta(days=1)
    known = [day for day in (message, source) if day]
    return max(known) if known else None
