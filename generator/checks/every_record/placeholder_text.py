"""A text still holds a placeholder, such as TBD or lorem ipsum.

A new seller cannot tell a placeholder from a mistake, and a client who is sent one remembers it.
Write the text, or set the record to `status: draft` until it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.shape import texts
from generator.model.words import Status

LEVEL = Level.ERROR
PLACEHOLDER = re.compile(
    r"\b(?:TBD|TBC|TODO|FIXME|XXX+|lorem ipsum|coming soon"
    r"|to be (?:decided|defined|written|confirmed)|insert [\w ]{2,20} here)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.records():
        if record.status is not Status.ACTIVE or len(facts.playbook.homes[record.id][1]) > 2:
            continue
        for path, _, text in texts(record):
            found = PLACEHOLDER.search(text)
            if found:
                yield Complaint(
                    record.at(*path),
                    f"{record.KIND} `{record.id}` still holds the placeholder `{found[0]}`",
                    help="write the text, or set `status: draft`",
                    label="placeholder",
                    record=record.id,
                )
