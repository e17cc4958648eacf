"""Records rest on each other in a circle, so nothing holds them.

What a record is based on comes first and can change without it: an objective, then the client who serves it, then the
message for that client. In a circle each waits for the other to be looked at, and a change never comes to an end.
Take out the `based_on` of the one that comes first. To say that two records belong together, name one in the other's
text: `[[id]]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.circles import circles
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    records = {record.id: record for record in facts.playbook.records()}
    rests = {id_: [up for up in record.based_on if up in records] for id_, record in records.items()}
    for circle in circles(rests):
        record = records[circle[0]]
        yield Complaint(
            record.at("based_on", record.based_on.index(circle[1])),
            f"records rest on each other in a circle: {' on '.join(f'`{id_}`' for id_ in circle)}",
            help="take the one out of `based_on:` that can change without the other",
            label="begins the circle",
            record=record.id,
        )
