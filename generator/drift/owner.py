"""Gives every span one owner among the wordings that claim it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.drift.candidate import Candidate
from generator.drift.wording import State

SHARED = 0.5
"""A claim falls when so much of its weight stands on words that a better claim owns."""


def owned(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that keep their span, in reading order."""
    kept: list[Candidate] = []
    for rival in sorted(candidates, key=lambda each: each.rank()):
        if all(_may_stand_beside(rival, owner) for owner in kept):
            kept.append(rival)
    return sorted(kept, key=lambda each: (each.start, each.end, each.pattern.wording.id))


def _may_stand_beside(rival: Candidate, owner: Candidate) -> bool:
    if rival.end <= owner.start or owner.end <= rival.start:
        return True
    if (
        rival.pattern.wording.claim == owner.pattern.wording.claim
        and rival.pattern.wording.state is owner.pattern.wording.state
    ):
        return False
    if rival.exact and owner.exact and rival.pattern.wording.state is not State.RETIRED:
        return (rival.start, rival.end) != (owner.start, owner.end)
    return _share(rival, owner) < SHARED


def _share(rival: Candidate, owner: Candidate) -> float:
    """The share of the rival's weight that stands on words of the owner's span."""
    total = sum(weight for _, _, weight in rival.taken)
    lost = sum(weight for start, end, weight in rival.taken if start < owner.end and owner.start < end)
    return lost / total if total else 1.0
