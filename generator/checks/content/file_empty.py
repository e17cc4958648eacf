"""A file of the playbook holds nothing.

An area with nothing in it is a lamp on the tune-up page, not a mistake; but an empty file looks
like something that was lost. Fill it or delete it.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("file-empty", ())
