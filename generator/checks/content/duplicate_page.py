"""Two pages of the company's own have the same address, so readers see only one of them.

`pages/prices.md` and `pages/prices/index.md` both become `prices/`. Give one of them another name, or put the two
together.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("duplicate-page", ())
