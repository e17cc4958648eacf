"""A value stands in curly quotes, which readers will see.

Word processors and telephones make `“%”` of `"%"`. Only straight quotes keep a value together in YAML; curly ones are
letters like any other and stand on the page, in headings and beside numbers. A text that only begins or ends with
somebody's words is left alone, and so is one that has straight quotes around the curly ones: `'“We never stop.”'`.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "curly-quotes")
