"""A record points to something that does not exist.

Records point to each other by id. A reference to nothing is a promise that the page cannot keep: a
module that teaches no message, a proof with no client. The usual causes are a misspelt id and a
record that was deleted while others still rested on it. A record that is no longer used is better
set to `status: retired`.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "broken-reference", by_message=True)
