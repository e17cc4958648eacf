"""A text without quotes ends before a ` # ` with a number behind it, which YAML reads as a comment.

`title: Deals # 3 and up` is the title `Deals`: what was meant as a number sign has cut the rest off, and nothing on the
page says so. Put such a text in quotes. Where it is a comment, two spaces before the `#` set it off, as is usual.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "text-cut-off")
