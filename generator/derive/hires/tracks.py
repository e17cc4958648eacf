"""Which track a hire follows, and what a track is called where its role has several."""

from __future__ import annotations

from collections.abc import Sequence

from generator.areas.rap import Hire, Track
from generator.derive.current import current
from generator.derive.facts import Facts


def tracks_for(facts: Facts, role: str) -> list[Track]:
    return [track for track in current(facts, Track) if track.role == role]


def track_of(facts: Facts, hire: Hire) -> Track | None:
    """The track that the hire names, else the only one of the role; None where nothing tells which."""
    if hire.track is not None:
        return next((track for track in current(facts, Track) if track.id == hire.track), None)
    tracks = tracks_for(facts, hire.role)
    return tracks[0] if len(tracks) == 1 else None


def shares_role(track: Track, tracks: Sequence[Track]) -> bool:
    """Whether another track has its role, as in a company in two countries: then only its own title tells it."""
    return any(other.role == track.role and other.id != track.id for other in tracks)
