"""Records that got another id between two versions: what went and what came, where both say nearly the same."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from generator.derive.spoken import spoken
from generator.model.record import Entry

ALIKE = 0.6
"""Share of common words from which a record that went is the one that came."""


def renames(gone: Mapping[str, Entry], came: Mapping[str, Entry]) -> dict[str, str]:
    """The new id by the old one; each is used once, the most alike first."""
    words = {id: _words(entry) for id, entry in (*gone.items(), *came.items())}
    pairs = sorted(
        (-_alike(words[old], words[new]), old, new)
        for old in gone
        for new in came
        if type(gone[old]) is type(came[new])
    )
    found: dict[str, str] = {}
    for unlike, old, new in pairs:
        if -unlike >= ALIKE and old not in found and new not in found.values():
            found[old] = new
    return found


def _words(entry: Entry) -> list[str]:
    return [word for path, value in spoken(entry) if path != ("id",) for word in str(value).split()]


def _alike(one: list[str], other: list[str]) -> float:
    """0 where the lengths alone already rule it out."""
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
