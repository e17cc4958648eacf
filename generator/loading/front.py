"""The lines between `---` at the head of a company's own page, of which one says who may read it."""

from __future__ import annotations

import re

from generator.finding import Complaint
from generator.loading.compose import compose
from generator.loading.nodes import Mapping
from generator.loading.problem import Problem
from generator.location import Location

_OPENS, _CLOSES = {"---"}, {"---", "..."}
_SAYS_WHO = re.compile(r"[\s-]*['\"]?audience['\"]?\s*:", re.IGNORECASE)


def read_front(text: str, file: str) -> tuple[dict[str, object], list[Problem]]:
    """What stands there, and what is wrong with it.

    MkDocs takes a head that it cannot read for text, and shows it and the page to everybody. So whatever looks like
    one and is none is a mistake here.
    """
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() not in _OPENS:
        return {}, []
    rest = lines[start + 1 :]
    end = next((number for number, line in enumerate(rest) if line.rstrip() in _CLOSES), None)
    if end is None:
        said = _says_who(rest[: next((n for n, line in enumerate(rest) if not line.strip()), len(rest))])
        return {}, [_problem(file, start, "the head of this page is never closed", "close it with a line `---`")] * said
    head = rest[:end]
    if start or lines[0] != lines[0].strip():
        moved = "the head of this page does not begin on its first line, so nobody reads it as one"
        return {}, [_problem(file, start, moved, "move `---` to the very beginning")] * _says_who(head)
    node, problems = compose("\n" + "\n".join(head), file)
    if isinstance(node, Mapping):
        return node.data, problems
    loose = "the head of this page holds no `key: value` lines"
    return {}, problems or [_problem(file, start, loose, "write for example `audience: manager`")] * _says_who(head)


def _says_who(lines: list[str]) -> bool:
    return any(_SAYS_WHO.match(line) for line in lines)


def _problem(file: str, line: int, message: str, cure: str) -> Problem:
    return Problem("yaml-syntax", Complaint(Location(file, line + 1, 1), message, help=cure))
