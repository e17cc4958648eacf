"""The points of the score table hardly tell won deals from lost ones.

A profile that everybody learns by heart and that does not separate is a prejudice. Take any won and any lost deal of
the profile's segments: how often had the won one more points? Half of the time is a coin. Look at the lines of the
table: which do won deals have and lost ones not? The points are those that the deals have in data/deals.csv.

Example: won and lost deals alike have 60 to 70 points.
Cure: give fewer points to what both had, and more to what only the won ones had.

separation: 0.6; a coin gives 0.5, and below this a seller gains little by asking the questions.
least: 20 won and 20 lost deals; with fewer, chance alone moves the share by about a tenth (its standard error).
days: 730, two years, since older deals were won in another market.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.deals import decided
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, separation: float = 0.6, least: int = 20, days: int = 730) -> Iterator[Complaint]:
    for profile in current(facts, IdealClient):
        won, lost = (_points(facts, profile, outcome, days) for outcome in ("won", "lost"))
        if not profile.score or min(len(won), len(lost)) < least:
            continue
        share = _separation(won, lost)
        if share < separation:
            yield Complaint(
                profile.at("score"),
                f"in {share:.0%} of pairs the won deal has more points by profile `{profile.id}` than the lost one",
                help=f"change the points until it is {separation:.0%}: fewer for what lost deals had too",
                label=f"{len(won)} won and {len(lost)} lost deals",
                notes=("a coin gives 50 %; equal points count as half",),
                record=profile.id,
            )


def _points(facts: Facts, profile: IdealClient, outcome: str, days: int) -> list[float]:
    deals = (row.deal for row in decided(facts, outcome, days))
    return [deal.points for deal in deals if deal.points is not None and deal.segment in profile.segments]


def _separation(won: list[float], lost: list[float]) -> float:
    """The share of pairs in which the won deal has more points: the area under the ROC curve (Mann and Whitney)."""
    pairs = sum(1.0 if w > one else 0.5 if w == one else 0.0 for w in won for one in lost)
    return pairs / (len(won) * len(lost))
