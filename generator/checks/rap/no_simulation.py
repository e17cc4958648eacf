"""A track never lets the hire try a conversation with a colleague before a client hears it.

Whoever first says the pitch to a client practises at the client's cost. Put a role-play, with a rubric, before the
first call.
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
        if own and not any(_is_simulation(module) for module in own):
            yield Complaint(
                track.at(),
                f"track `{track.id}` has no role-play",
                help="add a module whose assessment has `sort: role-play`, before the first call",
                record=track.id,
            )


def _is_simulation(module: Module) -> bool:
    return module.format == "role-play" or (module.assessment is not None and module.assessment.sort == "role-play")
