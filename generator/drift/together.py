"""Takes the same drift in several places of a source together: one match, its other places beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.drift.fold import fold
from generator.drift.result import Match, TermUse


def gathered(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Matches with equal wording, verdict, visibility and quote become one, at its first place."""
    together: dict[tuple[object, ...], Match] = {}
    for match in matches:
        key = (match.wording.id, match.verdict, match.kind, match.shown, _plain(match.quote))
        first = together.get(key)
        together[key] = match if first is None else replace(first, also=first.also + match.spots)
    return tuple(together.values())


def gathered_terms(uses: Iterable[TermUse]) -> tuple[TermUse, ...]:
    """Uses of one term in one form become one, at its first place."""
    together: dict[tuple[object, ...], TermUse] = {}
    for use in uses:
        key = (use.term, use.found, use.shown)
        first = together.get(key)
        together[key] = use if first is None else replace(first, also=(*first.also, use.spot))
    return tuple(together.values())


def _plain(quote: str) -> str:
    return fold(" ".join(quote.split()))
