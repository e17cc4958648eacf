"""Finds values that stand whole in curly quotes, which YAML takes for letters, so that the page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.comments import quoted
from generator.loading.syntax.nodes import Mapping, Node, Scalar

PAIRS = frozenset(("“”", "„“", "„”", "””", "««", "«»", "»«", "»»", "‘’", "‚‘", "‚’", "’’", "‹›", "›‹"))
QUOTE = re.compile(r"[“”„«»‘‚‹›]|(?<!\w)’|’(?!\w)")
"""A quote, and not the apostrophe of a word."""
LONGEST = 100
"""Characters of a value that is written out in the cure."""


def curly(node: Node) -> Iterator[Problem]:
    if isinstance(node, Scalar):
        inner = node.text[1:-1].strip()
        if node.plain and inner and node.text[0] + node.text[-1] in PAIRS and not QUOTE.search(inner):
            yield Problem("curly-quotes", _said(node, inner))
        return
    for child in node.values.values() if isinstance(node, Mapping) else node.items:
        yield from curly(child)


def _said(node: Scalar, inner: str) -> Complaint:
    straight = f"write `{quoted(inner)}`" if len(inner) <= LONGEST else "put straight quotes in their place"
    return Complaint(
        node.at,
        f"the quotes `{node.text[0]}` and `{node.text[-1]}` around this value are a part of it, and stand on the page",
        help=f"{straight}; if they are meant to be read, put straight quotes around them",
        label="curly quotes",
    )
