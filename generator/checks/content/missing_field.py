"""A record lacks a field that it cannot do without.

The note says what the field is for. A record that is not ready yet can have `status: draft` once
its fields are filled.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "missing-field")
