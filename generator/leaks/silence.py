"""What can be shown to an audience: that which quotes nothing from above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.derive.audiences.secrets import Secret, by_first, found_in, secrets_above, still_secret
from generator.derive.audiences.written import Words
from generator.leaks.voice import voice
from generator.model.playbook import Playbook

T = TypeVar("T")


def telling_nothing(said: Sequence[T], text_of: Callable[[T], str], whole: Playbook, seen: Playbook) -> list[T]:
    """What is said of a visible record may still quote another one, or a field, that was taken out of `seen`."""
    if not said:
        return []
    runs = secrets_above(whole, seen)
    told: dict[Words, Secret] = {run: secret for one in said for run, secret in found_in(text_of(one), runs)}
    if not told:
        return list(said)
    secret = still_secret(by_first(told.items()), seen, voice())
    return [one for one in said if not any(found_in(text_of(one), secret))]
