"""Finds messages of ours that make the same claim with different numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.drift.match import Matcher
from generator.drift.result import Kind, Match, NumberDifference
from generator.drift.wording import State, Wording
from generator.model.block import Block, Place


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two messages that are the same but for their numbers; `said` is in `one`, `found` in `other`."""

    one: Wording
    other: Wording
    numbers: tuple[NumberDifference, ...]


def disagreements(wordings: Sequence[Wording]) -> tuple[Disagreement, ...]:
    """Pairs of today's messages that disagree, each pair once. Wordings of one message may differ."""
    current = sorted((each for each in wordings if each.state is not State.RETIRED), key=lambda each: each.id)
    matcher = Matcher(current)
    found: dict[tuple[str, str], Disagreement] = {}
    for wording in current:
        for match in matcher.rivals([Block(wording.text, (Place(),))], as_of=_any_day(wording)):
            pair = (min(wording.id, match.wording.id), max(wording.id, match.wording.id))
            if wording.claim != match.wording.claim and _is_same_claim(match):
                found.setdefault(pair, Disagreement(match.wording, wording, match.numbers))
    return tuple(found[pair] for pair in sorted(found))


def _is_same_claim(match: Match) -> bool:
    """Only the numbers differ; `Plan A from $40` and `Plan B from $60` are two claims."""
    return bool(match.numbers) and match.kind is Kind.EXACT


def _any_day(wording: Wording) -> date:
    return wording.starts or wording.ends or date(2000, 1, 1)
