"""What changed from release to release."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.derive.facts import Facts
from generator.derive.history.changes import Change, What, find_changes
from generator.model.words import Audience

SHOWN = 4
"""How many releases are told of. Whoever was away longer reads the playbook, not its history; git has the rest."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A version that git has, and what it held."""

    version: str
    on: datetime.date
    facts: Facts


@dataclass(frozen=True, slots=True)
class Release:
    """One step of the playbook. `version` is empty for what has no number yet; `on` is the day it came out."""

    version: str
    on: datetime.date
    before: str
    changes: tuple[Change, ...]


def find_releases(tagged: Sequence[Tagged], now: Facts, version: str, audience: Audience) -> list[Release]:
    """The newest first. `tagged` is the oldest first; `version` is what `now` is called where that is known."""
    if not tagged:
        return []
    name = "" if version in {step.version for step in tagged} else version
    steps = [*tagged, Tagged(name, now.today, now)]
    found = [
        Release(two.version, two.on, one.version, tuple(_seen(find_changes(one.facts, two.facts, audience))))
        for one, two in pairwise(steps)
    ]
    return [release for release in reversed(found) if release.changes][:SHOWN]


def _seen(changes: Sequence[Change]) -> Iterator[Change]:
    """Without new ids, of which a reader sees nothing."""
    return (change for change in changes if change.what is not What.RENAMED)
