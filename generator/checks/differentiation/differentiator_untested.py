"""A differentiator was not put to the three tests, failed one, or was tested too long ago.

Could a competitor say it? Would nobody ever claim the opposite? Does it matter to the client? "We care about our
customers" fails the first two. What fails is not a difference, however true it is. Ask a few buyers who chose and a
few who did not, and write the answers in `tests:`.

days: 365; within a year at least one competitor ships something.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.differentiation import Differentiator, Tests
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, days: int = 365) -> Iterator[Complaint]:
    for differentiator in current(facts, Differentiator):
        tests = differentiator.tests
        if tests is None:
            yield _complaint(differentiator, "was not put to the three tests", "add `tests:` with the three answers")
            continue
        for field, failure in _failures(tests):
            yield _complaint(differentiator, failure, "sharpen the claim, or set `status: retired`", field)
        if tests.tested_on is not None and tests.tested_on < facts.today - datetime.timedelta(days=days):
            said = f"was last tested on {tests.tested_on}"
            yield _complaint(differentiator, said, "ask buyers again and write the day", "tested_on")


def _failures(tests: Tests) -> Iterator[tuple[str, str]]:
    if tests.competitor_could_say_it:
        yield "competitor_could_say_it", "could be said by a competitor as well"
    if tests.opposite_is_absurd:
        yield "opposite_is_absurd", "says something whose opposite nobody would claim"
    if not tests.matters_to_client:
        yield "matters_to_client", "does not matter to the client"


def _complaint(differentiator: Differentiator, said: str, cure: str, *path: str) -> Complaint:
    return Complaint(
        differentiator.at("tests", *path) if path else differentiator.at(),
        f"differentiator `{differentiator.id}` {said}",
        help=cure,
        record=differentiator.id,
    )
