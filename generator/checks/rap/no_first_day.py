"""A track has no module for the first day.

The first day decides what a new hire tells at home. A day of forms and waiting says that nobody had thought of them.
Place at least one module on `day: 1`: meet the coach, hear a client's story, say the tagline.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module, Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    modules = current(facts, Module)
    for track in current(facts, Track):
        own = [module for module in modules if not module.tracks or track.id in module.tracks]
        if own and not any(module.day == 1 for module in own):
            yield Complaint(
                track.at(),
                f"track `{track.id}` has no module on the first day",
                help="set `day: 1` on the module a hire should begin with",
                record=track.id,
            )
