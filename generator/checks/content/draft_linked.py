"""A text links to a record that is a draft, so the site has no page to lead to.

Where the link stands, readers see the bare id, or nothing that helps them. Take the link out until the record is
`status: active`, or make it active.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("draft-linked", ())
