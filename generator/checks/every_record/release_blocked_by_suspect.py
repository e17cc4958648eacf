"""A release now would publish records that nobody looked at since what they rest on changed.

Between two releases a suspect record is work in progress; in a release it is a promise to everybody who reads it.
Some companies hold the release until all of it was looked at, others publish and look afterwards. This is a note
until you decide: with `release-blocked-by-suspect: error` under `rules:` in company.yml no release passes while
something waits. `tuneup impact` lists what waits and whose it is.

affected: false; what rests on something suspect can only be judged when that was looked at, so it does not count.
unreviewed: false; a young playbook would never be released.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.areas.company import Company
from generator.derive.facts import Facts
from generator.derive.state.reviews import State
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.words import Status

LEVEL = Level.NOTE


def check(facts: Facts, *, affected: bool = False, unreviewed: bool = False) -> Iterator[Complaint]:
    holding = {State.SUSPECT, *([State.AFFECTED] if affected else []), *([State.UNREVIEWED] if unreviewed else [])}
    waiting = [
        record
        for record in facts.playbook.records()
        if record.status is Status.ACTIVE and (facts.standings[record.id].state in holding or _is_afloat(record, facts))
    ]
    if waiting:
        many = f"{len(waiting)} records" if len(waiting) > 1 else "1 record"
        yield Complaint(
            facts.playbook.area(Company).key_at("rules"),
            f"a release now would publish {many} that must be looked at",
            help='run "tuneup impact" to see what waits and whose it is',
            notes=(f"waiting by owner: {_by_owner(waiting)}",),
        )


def _is_afloat(record: Record, facts: Facts) -> bool:
    """Whether it rests on what is gone; no look clears that, and nothing is concluded from what is misread."""
    return any(id_ not in facts.playbook.entries and id_ not in facts.misread for id_ in record.based_on)


def _by_owner(waiting: list[Record]) -> str:
    counts = Counter(record.owner or "nobody" for record in waiting)
    return ", ".join(
        f"{owner} {count}" for owner, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
