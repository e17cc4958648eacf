"""A content folder outside the playbook does not say whom it is for, and its records are read by all of sales.

Content that is kept in another folder or repository and laid over the playbook (`content:` in mkdocs.yml) is most often
meant for leaders. A record that says no `audience` is for whom its area is for, which is sales for most. Say it once
for the folder: `content: [content, {folder: ../leader-content, audience: leader}]`. Then everything in it, down to a
single field that it adds to a record, is for leaders only: for others the folder is not laid over at all. With
`audience: sales` you say that all of it is for sales.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("folder-for-nobody", ())
