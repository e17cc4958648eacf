"""A list names the same record twice.

On the page it stands there twice, and where two different ones were meant, one is missing. Delete the second, or write
the id that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.shape import references

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for record in facts.playbook.entries.values():
        if len(facts.playbook.homes[record.id][1]) > 2:
            continue
        seen = set()
        for path, _, word in references(record):
            if not isinstance(path[-1], int):
                continue
            if (path[:-1], word) in seen:
                yield Complaint(
                    record.at(*path),
                    f"`{path[-2]}` of {record.KIND} `{record.id}` names `{word}` twice",
                    help="delete it here, or write the id that was meant",
                    label="the second time",
                    record=record.id,
                )
            seen.add((path[:-1], word))
