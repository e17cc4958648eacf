"""Something still says word for word what `tuneup new` wrote.

The starter shows what belongs in each area; it knows nothing of your company. An area in which nothing else
stands counts as missing, however well it is written, and a single record that was left over is something that
your sellers learn and nobody has meant. Put your own words in its place, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas import discover
from generator.areas.objectives import Objectives
from generator.derive.facts import Facts
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level
from generator.model.record import Entry, Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    untouched: dict[str, Entry] = {}
    for key, area in discover().items():
        entries = [entry for entry in facts.playbook.entries.values() if _counts(entry, key, facts)]
        left = [entry for entry in entries if is_untouched(entry, facts.playbook)]
        if area.ORDER and left and len(left) == len(entries):
            untouched[key] = left[0]
        elif area.ORDER:
            yield from map(_left_over, left)
    begin = ", the objectives first, since all else rests on them" if Objectives.KEY in untouched else ""
    yield from (_untouched(first, begin) for first in untouched.values())


def _counts(entry: Entry, key: str, facts: Facts) -> bool:
    """Whether it stands at the top of the area and is in use."""
    home, path = facts.playbook.homes[entry.id]
    return home == key and len(path) == 2 and (not isinstance(entry, Record) or entry.status is Status.ACTIVE)


def _untouched(first: Entry, begin: str) -> Complaint:
    """Its words name no area, so that a report can say it of all of them at once."""
    return Complaint(
        first.at(),
        "only the starter's words stand here, nothing of your own yet",
        help=f"write your own in their place{begin}; the comments and `.schemas/` say what belongs there",
        level=Level.NOTE,
    )


def _left_over(entry: Entry) -> Complaint:
    return Complaint(
        entry.at(),
        f"{entry.KIND} `{entry.id}` still says what the starter wrote",
        help="put your own words in its place, or delete it",
        record=entry.id if isinstance(entry, Record) else "",
    )
