"""What the audience may see of drift: nothing of a message, source or word that is above it."""

from __future__ import annotations

from generator.areas.sources import Source
from generator.derive.drift import Drift, find_drift, oldest_capture
from generator.derive.facts import Facts
from generator.derive.messages import find_said
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Audience


def is_shown(settings: Settings) -> bool:
    """Where our own materials are behind is not for everybody to read."""
    return settings.audience.rank >= Audience.SALES.rank


def drift_for(facts: Facts, playbook: Playbook, settings: Settings) -> Drift:
    """The drift of `playbook`, the part of the whole that the audience may see.

    Worked out anew where that part says less than the whole: what was cut from a result could still be guessed from
    what is left of it.
    """
    if not is_shown(settings):
        return Drift()
    whole = facts.playbook
    same = tuple(whole.of(Source)) == tuple(playbook.of(Source)) and oldest_capture(whole) == oldest_capture(playbook)
    same = same and find_said(whole, facts.today) == find_said(playbook, facts.today)
    return facts.drift if same else find_drift(playbook, facts.today, facts.texts, facts.compare)
