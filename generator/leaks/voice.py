"""What the pages say whatever a company writes: labels, templates, the manuals of checks, what fields are for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.areas import discover
from generator.checks import rules
from generator.loading.builtin import built_in
from generator.model.described import described
from generator.model.record import Part
from generator.model.shape import shapes

FOLDERS = ("pages", "partials", "labels", "overrides", "assets")
SUFFIXES = frozenset({".j2", ".yml", ".html", ".mjs", ".js", ".css", ".txt"})


@cache
def voice() -> tuple[str, ...]:
    """The texts of the program; a word of them is no secret."""
    return tuple(_voice())


def _voice() -> Iterator[str]:
    for folder in FOLDERS:
        for file in sorted((built_in() / folder).rglob("*")):
            if file.suffix in SUFFIXES:
                yield file.read_text(encoding="utf-8")
    for rule in rules().values():
        yield f"{rule.id} {rule.summary}\n{rule.manual}"
    for part in parts():
        yield " ".join((part.__name__, *described(part), *described(part).values()))


def parts() -> set[type[Part]]:
    """Every class that a playbook is made of."""
    found: set[type[Part]] = set()
    new: set[type[Part]] = set(discover().values())
    while new:
        found |= new
        new = {shape.part for part in new for shape in shapes(part) if shape.part is not None} - found
    return found
