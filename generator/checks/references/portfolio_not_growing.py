"""No new reference client was won for a long time.

References wear out, change jobs and get bought. A portfolio that does not grow shrinks, and the few that are left
carry everything. Ask every client who renews; write in `since` when they agreed.

days: 180; half a year without a single new one is no accident.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.references import Reference, References
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 180) -> Iterator[Complaint]:
    since = [reference.since for reference in active(facts, Reference) if reference.since]
    if since and (facts.today - max(since)).days > days:
        yield Complaint(
            facts.playbook.area(References).key_at("references"),
            f"the newest reference client is of {max(since)}",
            help="ask the clients who renewed last whether they would vouch for us",
            label=f"{(facts.today - max(since)).days} days ago",
        )
