"""A line of the score table cannot be judged by something that two people would see alike.

"Innovative" and "good fit" are scored by mood; then the table agrees with whatever the seller hoped. Evidence is what
can be counted, read or
asked: a number of vehicles, a job advertisement, the name of the tool in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
VAGUE = re.compile(
    r"\b(?:good fit|culture|innovative|modern|forward[- ]looking|ambitious|open to|interested|seems?|feels?"
    r"|feeling|probably|likely|nice|strategic|friendly|motivated|gut)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Complaint]:
    for client in current(facts, IdealClient):
        for position, line in enumerate(client.score):
            found = VAGUE.search(line.evidence or "")
            if line.evidence and not found:
                continue
            said = f"is judged by `{found[0]}`" if found else "names no evidence"
            yield Complaint(
                client.at("score", position, "evidence") if found else client.at("score", position),
                f"`{line.attribute.strip()}` in the score of ideal client `{client.id}` {said}",
                help="write in `evidence:` what a salesperson can count, read or ask",
                label="two people would judge differently" if found else "",
                record=client.id,
            )
