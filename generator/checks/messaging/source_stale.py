"""A source was last changed before a message it must carry did, and does not carry it.

Nobody forgot a sentence here: the whole source is older than what we say today, and its other messages deserve a look
too. Bring it up to date and write the day in `changed_on:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.sources import Source
from generator.checks.quoted import listed, mender
from generator.derive.facts import Facts
from generator.derive.messages import find_said
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    stale: dict[str, list[str]] = {}
    for cell in facts.drift.cells.values():
        if cell.stale:
            stale.setdefault(cell.source, []).append(cell.message)
    changed = find_said(facts.playbook, facts.today).changed if stale else {}
    for id_, messages in stale.items():
        source = facts.playbook.entries[id_]
        if isinstance(source, Source):
            day = max(changed[message] for message in messages)
            yield Complaint(
                source.at("changed_on"),
                f"source `{id_}` was last changed on {source.changed_on}, before {listed(messages)} of {day}",
                help="bring it up to date and write the day in `changed_on:`",
                label="older than what we say",
                notes=mender(facts, source),
                subject=messages[0] if len(messages) == 1 else "",
                source=id_,
            )
