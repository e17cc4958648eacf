"""A content folder that only some may read is not on this machine, and what is made here is not for them.

Content for leaders can be kept in a repository of its own (`content:` in mkdocs.yml) that others, and the workflows
that build the site for sales, have no copy of. For readers below those of the folder nothing of it would be laid over
the playbook anyway, so everything goes on without it. Two things cannot be known then: whether what a text refers to
stands there, and whether a page says something of it. The leak test therefore knows no word of that folder; run
`tuneup leaks` where both are at hand.

For the folder's own readers, and those above, it is an error that it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("folder-not-here", ())
