"""An open deal has a score that the profile says to leave alone, and no reason is written down.

New business lines up with the ideal client, or the profile is only paper. A deal in the lowest tier of its segment's
profile is dropped, or a manager writes in `off_profile_reason` why this one is worth it. Deals without points, without
a segment, or in a segment that no profile or more than one speaks of, are not judged.

Example: a deal with 30 points where the lowest tier ends at 44.
Cure: drop it, or write the reason in the column `off_profile_reason`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient, Tier
from generator.derive.current import current
from generator.derive.deals import Row, named, open_deals
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    deals = open_deals(facts)
    profiles = current(facts, IdealClient)
    for profile in profiles:
        alone = {s for s in profile.segments if sum(s in other.segments for other in profiles) == 1}
        if len(profile.tiers) < 2:
            continue
        lowest = min(profile.tiers, key=lambda tier: tier.points_from)
        off = [row for row in deals if row.deal.segment in alone and _unexplained(row, lowest)]
        if off:
            yield Complaint(
                off[0].at(facts, "points"),
                f"{len(off)} open {'deal is' if len(off) == 1 else 'deals are'} in tier {lowest.name.strip()} "
                f"of profile `{profile.id}`, and nobody wrote why",
                help="drop the deal, or write in `off_profile_reason` why it is worth it",
                label=f"up to {lowest.points_to:g} points",
                notes=(f"deals: {named(off)}",),
                record=profile.id,
            )


def _unexplained(row: Row, lowest: Tier) -> bool:
    deal = row.deal
    return deal.points is not None and deal.points <= lowest.points_to and not deal.off_profile_reason
