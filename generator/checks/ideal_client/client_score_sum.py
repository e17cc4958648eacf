"""The score table of an ideal client does not make 100, or its tiers leave holes or overlap.

Salespeople score prospects with this table in two minutes. If its lines make 90, no prospect is ever perfect; if a
line promises 20 points and its best answer gives 15, the same; if the tiers leave a hole, a prospect falls through
it. All is checked: the sum, the best answer of each line, and the tiers from 0 to 100 (a tier begins one point above
the one below it).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for client in current(facts, IdealClient):
        if client.score:
            yield from _sum(client)
            yield from _answers(client)
        if client.tiers:
            yield from _tiers(client)


def _sum(client: IdealClient) -> Iterator[Complaint]:
    total = sum(line.points for line in client.score)
    if abs(total - 100) > 0.01:
        yield Complaint(
            client.key_at("score"),
            f"the score table of ideal client `{client.id}` makes {total:g} points, not 100",
            help="change the points so that they make 100",
            label=f"{total:g} in all",
            record=client.id,
        )


def _answers(client: IdealClient) -> Iterator[Complaint]:
    for position, line in enumerate(client.score):
        best = max((answer.points for answer in line.answers), default=line.points)
        if best != line.points:
            yield Complaint(
                client.at("score", position, "points"),
                f"`{line.attribute.strip()}` is worth {line.points:g} points and its best answer gives {best:g}",
                help=f"give the best answer {line.points:g} points",
                record=client.id,
            )


def _tiers(client: IdealClient) -> Iterator[Complaint]:
    ordered = sorted(enumerate(client.tiers), key=lambda item: item[1].points_from)
    expected = 0.0
    for position, tier in ordered:
        if tier.points_from != expected:
            fault = "leave a hole" if tier.points_from > expected else "overlap"
            yield Complaint(
                client.at("tiers", position, "points_from"),
                f"the tiers of ideal client `{client.id}` {fault} below tier {tier.name.strip()}",
                help=f"let tier {tier.name.strip()} begin at {expected:g}",
                label=f"expected {expected:g}",
                record=client.id,
            )
        expected = tier.points_to + 1
    last, top = ordered[-1]
    if top.points_to != 100:
        yield Complaint(
            client.at("tiers", last, "points_to"),
            f"the highest tier of ideal client `{client.id}` ends at {top.points_to:g}",
            help="let it end at 100",
            record=client.id,
        )
