"""Nobody can tell which track a hire follows.

A company in two countries has two tracks for one role, each with its own calendar. The role alone does not say which
one a hire follows, so nothing is planned for them and nothing is late. Write the track's id into the column `track` of
data/hires.csv, or as `track:`. A hire whose track is for another role is told of as well: one of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Hire, Track
from generator.derive.facts import Facts
from generator.derive.hires.tracks import tracks_for
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    if not facts.knows_all(Track):
        return
    for hire in facts.playbook.of(Hire):
        if hire.left is not None:
            continue
        own = facts.playbook.entries.get(hire.track or "")
        tracks = [track.id for track in tracks_for(facts, hire.role)]
        if isinstance(own, Track) and own.role != hire.role:
            yield Complaint(
                hire.at("track"),
                f"hire `{hire.id}` has the role `{hire.role}`, and the track `{own.id}` is for `{own.role}`",
                help=f"write {_or(tracks)} or change the role" if tracks else "change the role or the track",
                record=hire.id,
            )
        elif hire.track is None and len(tracks) > 1:
            yield Complaint(
                hire.at("role"),
                f"hire `{hire.id}` has the role `{hire.role}`, which has {len(tracks)} tracks, and names none",
                help=f"write {_or(tracks)} as `track`, in data/hires.csv in a column of that name",
                record=hire.id,
            )


def _or(ids: list[str]) -> str:
    return " or ".join(f"`{id_}`" for id_ in ids)
