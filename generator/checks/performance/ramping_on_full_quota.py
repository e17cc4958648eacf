"""Somebody new is held to the full quota from the first month.

A new salesperson who cannot reach the quota learns that quotas are not meant seriously, or leaves. Give lower quotas
in `ramp:` for as many months as the role's track needs to full productivity.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.performance import Expectation
from generator.areas.rap import Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    tracks = {track.role: track for track in current(facts, Track) if _ramps(track)}
    for expectation in current(facts, Expectation):
        track = tracks.get(expectation.role)
        if track is None or expectation.quota is None:
            continue
        if all(step.percent >= 100 for step in expectation.ramp):
            yield Complaint(
                expectation.at("quota"),
                f"`{expectation.id}` expects the full quota of somebody new, against track `{track.id}`",
                help="add `ramp:` with a lower share of the quota for the first months",
                label="full from the first month",
                record=expectation.id,
            )


def _ramps(track: Track) -> bool:
    if track.economics and any(month.percent < 100 for month in track.economics.ramp):
        return True
    return track.goals is not None and (track.goals.full_productivity or 0) > 31
