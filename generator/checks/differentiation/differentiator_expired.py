"""The day until which a differentiator was valid has passed.

What is unique today is passé tomorrow; a seller who still leads with it is corrected by the buyer. Ask whether it
still holds: then move `expires` and the date of its proof, or set `status: retired`, and it moves to the list of
things not to say. A note comes `soon` days before.

soon: 30 days, since finding new proof takes asking a client.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Differentiator
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, soon: int = 30) -> Iterator[Complaint]:
    for differentiator in active(facts, Differentiator):
        if differentiator.expires is None:
            continue
        left = (differentiator.expires - facts.today).days
        if left > soon:
            continue
        said = f"was valid until {differentiator.expires}" if left < 0 else f"is valid until {differentiator.expires}"
        yield Complaint(
            differentiator.at("expires"),
            f"differentiator `{differentiator.id}` {said}",
            help="test it again and move `expires`, or set `status: retired`",
            label=f"{-left} days ago" if left < 0 else f"in {left} days",
            record=differentiator.id,
            level=None if left < 0 else Level.NOTE,
        )
