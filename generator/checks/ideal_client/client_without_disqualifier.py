"""An ideal client profile says nothing about when to walk away.

Whom not to sell to is the half of the profile that saves time. Without it every prospect fits somehow, and the
pipeline fills with deals that cannot be won or should not be. Look at the last ten lost deals and the clients who
left, and write what they had in common.
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
        if not client.disqualifiers:
            yield Complaint(
                client.at(),
                f"ideal client `{client.id}` has no disqualifier",
                help="add `disqualifiers:` with what makes us walk away",
                record=client.id,
            )
