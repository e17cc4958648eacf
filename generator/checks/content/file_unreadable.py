"""A file of the playbook cannot be read as text.

It may be saved in another encoding than UTF-8 (Windows editors call that ANSI or UTF-16), be a
picture or a document with the wrong ending, be too large, or be closed to you. What it holds is
missing from the site until that is mended.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("file-unreadable", ())
