"""Finds wordings of ours that say the same with different numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.drift.finding.pattern import prepare_all
from generator.drift.match import Matcher
from generator.drift.result import Disagreement, Kind, Match
from generator.drift.tuning import DEFAULT
from generator.drift.wording import State, Wording
from generator.model.block import Block, Place


def disagreements(wordings: Sequence[Wording]) -> tuple[Disagreement, ...]:
    """Pairs of wordings that disagree, each pair once. Retired ones are left out: they had their reasons."""
    counting = _with_numbers([each for each in wordings if each.state is not State.RETIRED])
    matcher = Matcher(counting)
    found: dict[tuple[str, str], Disagreement] = {}
    for wording in counting:
        for match in matcher.rivals([Block(wording.text, (Place(),))], as_of=_any_day(wording)):
            pair = (min(wording.id, match.wording.id), max(wording.id, match.wording.id))
            if wording.id != match.wording.id and _is_same_claim(match):
                found.setdefault(pair, Disagreement(match.wording, wording, match.numbers))
    return tuple(found[pair] for pair in sorted(found))


def _with_numbers(wordings: Sequence[Wording]) -> list[Wording]:
    """Numbers differ only between two that have any; most have none and need not be compared with all others."""
    patterns, _ = prepare_all(wordings, DEFAULT)
    return [pattern.wording for pattern in patterns if pattern.words.quantities]


def _is_same_claim(match: Match) -> bool:
    """Only the numbers differ; `Plan A from $40` and `Plan B from $60` are two claims."""
    return bool(match.numbers) and match.kind is Kind.EXACT


def _any_day(wording: Wording) -> date:
    return wording.starts or wording.ends or date(2000, 1, 1)
