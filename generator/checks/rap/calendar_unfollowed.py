"""A calendar is followed by no track, so its holidays count for nobody.

A hire reads that a module lies on Christmas Day and doubts the rest. Write `calendar:` at the track that follows it, or
take the calendar out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Calendar, Track
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    tracks = active(facts, Track)
    followed = {track.calendar for track in tracks}
    for calendar in facts.playbook.of(Calendar):
        if tracks and calendar.id not in followed:
            yield Complaint(
                calendar.at(),
                f"no track follows the calendar `{calendar.id}`: its days off are planned as working days",
                help=f"write `calendar: {calendar.id}` at the track that follows it, or take it out",
                record=calendar.id,
            )
