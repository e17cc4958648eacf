"""One person owns more records than anybody can keep true.

Ownership that nobody has time for is no ownership. Share the records out, or give whole areas to
those who use them daily.

at_most: 60 records; at ten minutes a review and a quarterly cadence that is ten hours of reviewing
a quarter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.areas.company import Person
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Status

LEVEL = Level.NOTE


def check(facts: Facts, *, at_most: int = 60) -> Iterator[Complaint]:
    records = (record for record in facts.playbook.records() if record.status is Status.ACTIVE)
    owned = Counter(record.owner for record in records if record.owner)
    for person in facts.playbook.of(Person):
        if owned[person.id] > at_most:
            yield Complaint(
                person.at(),
                f"{person.name} owns {owned[person.id]} records",
                help=f"give some of them to others; {at_most} is what one person can keep true",
                record=person.id,
            )
