"""A file nests lists and groups deeper than any record does.

Nothing in a playbook needs more than a handful of levels, so such a file was made by a program or
by accident. The limit protects everybody who opens a pull request from a file that was made to
hurt.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("yaml-too-deep", ())
