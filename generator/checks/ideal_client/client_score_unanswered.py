"""A score table of an ideal client has a line without answers to choose from.

"Size, 40 points" leaves everybody to find their own scale, and two salespeople score one prospect 10 and 35. Nor can
anybody practise with it: the drill "Would you pursue them?" makes up prospects from the answers, and leaves out a
profile whose table lacks some. Write two to four answers for each line, the best first, with the points of each.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_client import IdealClient
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    for client in current(facts, IdealClient):
        bare = [line.attribute.strip() for line in client.score if not line.answers]
        if bare:
            yield Complaint(
                client.key_at("score"),
                f"the score table of ideal client `{client.id}` has no answers for {' and '.join(map(_quoted, bare))}",
                help="add `answers:`, for example `[{answer: 100 to 500, points: 40}, {answer: fewer, points: 0}]`",
                record=client.id,
            )


def _quoted(attribute: str) -> str:
    return f"`{attribute}`"
