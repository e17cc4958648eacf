"""A pay component rewards selling to those whom the ideal client profile excludes.

Between a profile and a commission the commission wins. Take the segment, product, circumstance or region out of
`rewards`, or out of the profile's hard disqualifiers: one of the two is wrong. What another profile in use names as
its own is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Circumstance
from generator.areas.compensation import PayPlan
from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    excluded = _excluded(facts)
    for plan in current(facts, PayPlan):
        for position, component in enumerate(plan.components):
            for number, reward in enumerate(component.rewards):
                if reward in excluded:
                    yield Complaint(
                        plan.at("components", position, "rewards", number),
                        f"pay component `{component.id}` rewards `{reward}`, which {excluded[reward]}",
                        help="take it out of `rewards:`, or stop excluding it",
                        label="excluded",
                        record=component.id,
                    )


def _excluded(facts: Facts) -> dict[str, str]:
    """What we do not want to sell to, and who says so."""
    found = {}
    clients = current(facts, IdealClient)
    for client in clients:
        for disqualifier in client.disqualifiers:
            if disqualifier.hard:
                found.update(dict.fromkeys(disqualifier.rules_out, f"ideal client `{client.id}` excludes"))
    for client in clients:  # what one of them excludes can be just what another is made for
        for wanted in (*client.products, *client.segments, *client.circumstances, *client.regions):
            found.pop(wanted, None)
    return found | {c.id: "is no target circumstance" for c in facts.playbook.of(Circumstance) if not c.target}
