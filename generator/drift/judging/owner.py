"""Gives every span one owner among the wordings that claim it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance.Indel import opcodes

from generator.drift.finding.pattern import Pattern, spaced
from generator.drift.judging.candidate import Candidate
from generator.drift.tuning import Tuning
from generator.drift.wording import State, Wording

SHARED = 0.5
"""A claim falls when so much of its weight stands on words that a better claim owns."""


def owned(candidates: Iterable[Candidate], approved: Sequence[Pattern], tuning: Tuning) -> list[Candidate]:
    """The candidates that keep their span, in reading order. `approved` are the wordings that may be said."""
    found = [each for each in candidates if each.exact or not _is_said_by_another(each, approved)]
    kept = [each for rivals in _overlapping(found) for each in _owned(rivals, tuning)]
    return sorted(kept, key=lambda each: (each.start, each.end, each.pattern.wording.id))


def _overlapping(found: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates in groups: those of one group have no word in common with those of another."""
    group: list[Candidate] = []
    reach = 0
    for each in sorted(found, key=lambda each: each.start):
        if group and each.start >= reach:
            yield group
            group = []
        reach = max(reach, each.end) if group else each.end
        group.append(each)
    if group:
        yield group


def _owned(found: list[Candidate], tuning: Tuning) -> list[Candidate]:
    found = [each for each in found if not any(_is_liker(other, each) for other in found)]
    found = [each for each in found if not any(_is_fuller(other, each) for other in found)]
    found = [each for each in found if not any(_is_rather(other, each, tuning) for other in found)]
    kept: list[Candidate] = []
    for rival in sorted(found, key=lambda each: each.rank()):
        if any(_belongs_to(rival, owner) for owner in found):
            continue
        owners = []
        for owner in kept:
            rival, parted = _apart(rival, owner)
            owners.append(parted)
        if all(_may_stand_beside(rival, owner) for owner in owners):
            kept = [*owners, rival]
    return kept


def _apart(rival: Candidate, owner: Candidate) -> tuple[Candidate, Candidate]:
    """Both without what they quote of their sentence beyond their own words, where that is said of the other claim."""
    if rival.pattern.wording.claim != owner.pattern.wording.claim:
        rival = rival.apart_from(*owner.core)
        owner = owner.apart_from(rival.start, rival.end)
    return rival, owner


def _is_liker(other: Candidate, each: Candidate) -> bool:
    """Whether the same wording was found there with more likeness: equal numbers only tell wordings apart."""
    if each.exact or other.pattern is not each.pattern or other.end <= each.start or each.end <= other.start:
        return False
    return other.similarity > each.similarity


def _is_fuller(other: Candidate, opening: Candidate) -> bool:
    """Whether the first sentences of a message are known there as more of it."""
    if opening.pattern.whole is None or other.pattern.wording.id != opening.pattern.wording.id:
        return False
    if other.end <= opening.start or opening.end <= other.start:
        return False
    return other.pattern.whole is None or other.fullness > opening.fullness


def _is_rather(other: Candidate, rival: Candidate, tuning: Tuning) -> bool:
    """Whether all words that speak for the rival speak for the other claim, and one more: the name of its product.

    That the rival has the number that stands there is then by chance.
    """
    mine, theirs = rival.pattern.wording, other.pattern.wording
    if rival.exact:
        return False
    if mine.claim == theirs.claim or _replaces(mine, theirs) or _replaces(theirs, mine):
        return _is_in_words_of(other, rival, tuning)
    return rival.telling < other.telling and other.similarity > rival.similarity


def _is_in_words_of(other: Candidate, rival: Candidate, tuning: Tuning) -> bool:
    """Whether the words tell which of two wordings of one claim it is, so that the number need not.

    The other is there word for word, or with a slip of the pen where the rival is a loose form; and with more of it.
    """
    if other.worded:
        return not rival.worded and {at for at, _, _ in rival.taken} < {at for at, _, _ in other.taken}
    return rival.similarity < tuning.beside_carried <= other.similarity and rival.telling < other.telling


def _replaces(mine: Wording, theirs: Wording) -> bool:
    """Whether one is the retired wording of the other, which may only differ by the number."""
    return bool(theirs.replaced_by) and theirs.replaced_by in (mine.claim, mine.text)


def _is_said_by_another(rival: Candidate, approved: Iterable[Pattern]) -> bool:
    """Whether its span is word for word a part of an approved wording of another claim."""
    span, claim = spaced(rival.keys), rival.pattern.wording.claim
    return any(span in pattern.said and pattern.wording.claim != claim for pattern in approved)


def _belongs_to(rival: Candidate, owner: Candidate) -> bool:
    """Whether the words of the rival are those of a longer approved wording, also where that is altered elsewhere."""
    mine, theirs = rival.pattern, owner.pattern
    if theirs.wording.state is State.RETIRED or mine.wording.claim == theirs.wording.claim:
        return False
    if len(theirs.words) <= len(mine.words) or rival.start < owner.start or owner.end < rival.end:
        return False
    if rival.exact:
        return mine.wording.state is State.RETIRED and spaced(rival.keys) in theirs.said
    return owner.similarity >= rival.similarity and {at for at, _, _ in rival.taken} <= {at for at, _, _ in owner.taken}


def _changes_only_within(rival: Candidate, owner: Candidate) -> bool:
    """Whether all that is changed in the rival stands among words that it shares with the owner."""
    mine = {start for start, _, _ in rival.taken}
    shared = sum(weight for start, _, weight in owner.taken if start in mine)
    if shared < SHARED * sum(weight for _, _, weight in owner.taken):
        return False
    words, changes = rival.words, opcodes(rival.pattern.words.keys(0, len(rival.pattern.words) - 1), rival.keys)
    changed = [step for step in changes if step.tag != "equal"]
    return bool(changed) and all(
        owner.start <= words.starts[rival.first + step.dest_start]
        and words.ends[rival.first + step.dest_end - 1] <= owner.end
        for step in changed
        if step.dest_start < len(rival.keys)
    )


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
    if owner.exact and spaced(owner.keys) in rival.pattern.said:
        return _goes_on_from(rival, owner)
    if _changes_only_within(rival, owner):
        return False
    return _share(rival, owner) < SHARED


def _goes_on_from(rival: Candidate, owner: Candidate) -> bool:
    """Whether a pitch that holds a shorter one word for word is there beyond that too, however altered."""
    rest = rival.pattern.total - owner.pattern.total
    beyond = sum(weight for start, end, weight in rival.taken if end <= owner.start or owner.end <= start)
    return beyond >= SHARED * rest


def _share(rival: Candidate, owner: Candidate) -> float:
    """The share of the rival's weight that stands on words of the owner's span."""
    total = sum(weight for _, _, weight in rival.taken)
    lost = sum(weight for start, end, weight in rival.taken if start < owner.end and owner.start < end)
    return lost / total if total else 1.0
