"""Says once what is wrong in the same way in many rows of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive.facts import Facts
from generator.finding import Complaint
from generator.loading.words import one_of


def once(facts: Facts, rule: str, *, by_message: bool = False) -> Iterator[Complaint]:
    """What that rule says of the files; cells with the same cure are one mistake, most often of the export.

    `by_message`: only where the words are the same too.
    """
    found: dict[tuple[str, ...], list[Complaint]] = {}
    for number, one in enumerate(facts.problems.get(rule, ())):
        file = one.location.file
        same = (file, one.help, one.message if by_message else "")
        found.setdefault(same if file.endswith(".csv") else (str(number),), []).append(one)
    yield from (_as_one(alike) for alike in found.values())


def _as_one(alike: list[Complaint]) -> Complaint:
    first, *rest = alike
    if not rest:
        return first
    lines = one_of([str(one.location.line) for one in rest])
    note = f"the same holds in {len(rest)} more row{'s' if len(rest) > 1 else ''}, in the lines {lines}"
    return replace(first, notes=(*first.notes, note))
