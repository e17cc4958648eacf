"""A record and the one it replaced are both in force on the same days.

Two targets, two pay plans or two taglines that hold at once are worse than none: half the team
follows each. Let the old one expire on the day before the new one begins, or set it to `status:
retired`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        old = facts.playbook.entries.get(record.supersedes or "")
        if isinstance(old, Record) and _overlap(record, old):
            begins = f" from {record.effective}" if record.effective else ""
            yield Complaint(
                old.at("expires"),
                f"{old.KIND} `{old.id}` still holds, though `{record.id}` replaces it{begins}",
                help="set its `expires` to the day before, or set `status: retired`",
                label="still in force",
                record=old.id,
            )


def _overlap(new: Record, old: Record) -> bool:
    if Status.ACTIVE is not old.status or Status.ACTIVE is not new.status:
        return False
    return old.expires is None or (new.effective is not None and old.expires >= new.effective)
