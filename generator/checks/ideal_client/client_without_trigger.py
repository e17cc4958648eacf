"""An ideal client profile names no event that makes such a client look for us.

Size and industry say whom to call; a trigger says when. Most companies that fit are content today. Ask the last ten
clients what had happened in the months before their first call, and where one could have seen it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for client in current(facts, IdealClient):
        if not client.triggers:
            yield Complaint(
                client.at(),
                f"ideal client `{client.id}` has no trigger event",
                help="add `triggers:` with what happens there before they look for us",
                record=client.id,
            )
