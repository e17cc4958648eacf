"""Records that got another id between two versions: what went and what came, where both say nearly the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from generator.areas.messaging import Message, RetiredMessage
from generator.derive.audiences.spoken import spoken
from generator.model.record import Entry

ALIKE = 0.6
"""Share of common words from which a record that went is the one that came."""
CANDIDATES = 3
"""Of the records that share the most pairs of words, those that are compared word by word; all would take the square
of their number."""
EVERYWHERE = 20
"""A pair of words that more records have says nothing of either."""


def renames(gone: Mapping[str, Entry], came: Mapping[str, Entry]) -> dict[str, str]:
    """The new id by the old one; each is used once, the most alike first.

    A message whose words came as a retired one was given up, whatever it is called there.
    """
    words = {id: _words(entry) for id, entry in came.items()}
    having: dict[tuple[object, ...], list[str]] = {}
    for id, entry in came.items():
        for pair in _pairs(type(entry), words[id]):
            having.setdefault(pair, []).append(id)
    alike = sorted(
        (-share_alike(own, words[new]), old, new)
        for old, entry in gone.items()
        if (own := _words(entry))
        for new in _candidates(type(entry), own, having)
    )
    found = _given_up(gone, came)
    taken = set(found.values())
    for unlike, old, new in alike:
        if -unlike >= ALIKE and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _given_up(gone: Mapping[str, Entry], came: Mapping[str, Entry]) -> dict[str, str]:
    retired = {_folded(entry.text): id for id, entry in came.items() if isinstance(entry, RetiredMessage)}
    said = {_folded(entry.text): id for id, entry in gone.items() if isinstance(entry, Message)}
    return {said[text]: id for text, id in retired.items() if text in said}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _candidates(cls: type[Entry], words: list[str], having: Mapping[tuple[object, ...], list[str]]) -> list[str]:
    shared: Counter[str] = Counter()
    for pair in set(_pairs(cls, words)):
        ids = having.get(pair, ())
        shared.update(ids if len(ids) <= EVERYWHERE else ())
    return [id for id, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]]


def _pairs(cls: type[Entry], words: list[str]) -> Iterator[tuple[object, ...]]:
    """Two words that follow each other, in a record of that class; a single word where there is no more."""
    if len(words) == 1:
        yield cls, words[0]
    yield from {(cls, *pair): None for pair in pairwise(words)}


def _words(entry: Entry) -> list[str]:
    return [word for path, value in spoken(entry) if path != ("id",) for word in str(value).split()]


def share_alike(one: list[str], other: list[str]) -> float:
    """The share of common words, in their order; 0 where the lengths alone already rule it out."""
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
