"""A date does not exist, or is not written as year-month-day.

Dates are written `2026-11-23`, the one form that is read the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "bad-date")
