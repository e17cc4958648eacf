"""Finds values that YAML takes for a comment, such as a colour without quotes, so that nothing is left of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Complaint
from generator.loading.nodes import Mapping, Node, Sequence
from generator.loading.problem import Problem
from generator.location import Location

MEANT = re.compile(r"^([ ]*(?:- +)*)([A-Za-z_][\w-]*): +(#[0-9A-Za-z][^\n]*?)[ ]*$", re.MULTILINE)
"""A comment that begins without a space is hardly meant as one."""


def swallowed(text: str, file: str, top: Node | None) -> Iterator[Problem]:
    found = {text.count("\n", 0, match.start()) + 1: match for match in MEANT.finditer(text)}
    empty = set(_empty(top)) if found and top is not None else set()
    for line, match in found.items():
        if (line, match[2]) in empty:
            at = Location(file, line, match.start(3) - match.start() + 1, len(match[3]))
            said = f"`{match[2]}` is empty, since `#` begins a comment here"
            cure = f'put the value in quotes: `{match[2]}: "{match[3]}"`, or a space after the `#`'
            yield Problem("wrong-value", Complaint(at, said, help=cure, label="passed over"))


def _empty(node: Node) -> Iterator[tuple[int, str]]:
    """The lines and keys that have no value."""
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            if not isinstance(value, Mapping | Sequence) and value.plain and not value.text:
                yield node.keys[key].at.line, key
            yield from _empty(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _empty(item)
