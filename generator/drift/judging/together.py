"""Takes the same drift in several places of a source together: one match, its other places beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.drift.judging.contrary import is_contrary
from generator.drift.reading.fold import fold
from generator.drift.result import Kind, Match, TermUse, Verdict
from generator.drift.tuning import Tuning


def without_elaborations(matches: Iterable[Match], tuning: Tuning) -> list[Match]:
    """Leave out loose forms of a message that the source also carries as it should be: it explains it further there.

    A claim that is restated with another number contradicts it, in whatever sentence.
    Beside a message carried in the open, a form that only hidden text has is left out however close it is. What says
    the contrary is never left out: readers meet both.
    """
    found = list(matches)
    carried = {match.wording.claim for match in found if match.verdict is Verdict.CARRIED and not match.hidden}
    return [match for match in found if not (match.wording.claim in carried and _elaborates(match, tuning))]


def _elaborates(match: Match, tuning: Tuning) -> bool:
    if match.verdict is Verdict.NUMBER:
        loose = match.kind is Kind.MISQUOTED and match.similarity < tuning.floor
        return loose and not (match.negation or match.restated)
    loose = match.similarity < tuning.beside_carried or match.hidden
    return match.verdict is Verdict.ALTERED and match.kind is not Kind.FORMATTING and loose and not is_contrary(match)


def gathered(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Matches with equal wording, verdict, visibility and quote become one, at its first place."""
    together: dict[tuple[object, ...], list[Match]] = {}
    for match in matches:
        key = (match.wording.id, match.verdict, match.kind, match.shown, _plain(match.quote))
        together.setdefault(key, []).append(match)
    return tuple(
        replace(first, also=(*first.also, *(spot for match in others for spot in match.spots))) if others else first
        for first, *others in together.values()
    )


def gathered_terms(uses: Iterable[TermUse]) -> tuple[TermUse, ...]:
    """Uses of one term in one form become one, at its first place."""
    together: dict[tuple[object, ...], list[TermUse]] = {}
    for use in uses:
        together.setdefault((use.term, use.found, use.shown), []).append(use)
    return tuple(
        replace(first, also=(*first.also, *(use.spot for use in others))) if others else first
        for first, *others in together.values()
    )


def _plain(quote: str) -> str:
    return fold(" ".join(quote.split()))
