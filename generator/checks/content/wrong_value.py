"""A field holds something that it cannot use.

Text where a number is needed, a word that is not among the choices, a list where one value is
needed. The value is left out until it is mended; the rest of the record is read as usual.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "wrong-value")
