"""A gate says what is looked at on its day, but not what should be reached; or a track has no gates.

A hire can only be on track if the track says where they should be. "Look at the pipeline on day 60" is a chat; "six
first meetings by day 60" is a gate.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for track in current(facts, Track):
        if not track.gates:
            yield Complaint(
                track.at(),
                f"track `{track.id}` has no gates",
                help="add `gates:` for day 30, 60, 90 and 180, each with a target",
                record=track.id,
            )
        for position, gate in enumerate(track.gates):
            if gate.target is None:
                yield Complaint(
                    track.at("gates", position),
                    f"the gate of track `{track.id}` after {gate.day} calendar days has no target",
                    help="add `target:` with what should be reached by then",
                    record=track.id,
                )
