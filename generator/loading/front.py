"""The lines between `---` at the head of a company's own page, of which one says who may read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Complaint
from generator.loading.compose import compose
from generator.loading.nodes import Mapping
from generator.loading.problem import Problem
from generator.loading.words import found, is_slip
from generator.location import Location
from generator.model.words import Audience

AUDIENCE = "audience"

_OPENS, _CLOSES = {"---"}, {"---", "..."}
_FIRST = 12
"""Lines at the top of a page in which somebody may have meant to say who may read it."""
_MEANT = re.compile(r"[\W_]*audien[cs]e\b\W*(public|sales|managers?|leaders?)?\W*$", re.IGNORECASE)
_BARE = re.compile(r"audience: *[a-z]+\s*$")
"""As MkDocs reads it without `---`."""
_KEY = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_SAYS_WHO = re.compile(r"[\s-]*['\"]?audience['\"]?\s*:", re.IGNORECASE)


def read_front(text: str, file: str) -> tuple[dict[str, object], list[Problem]]:
    """What stands there, and what is wrong with it.

    MkDocs takes a head that it cannot read for text, and shows it and the page to everybody. So whatever looks like
    one and is none is a mistake here.
    """
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() not in _OPENS:
        return {}, _misplaced(lines, file)
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
        return node.data, [*problems, *_misspelt(node)]
    loose = "the head of this page holds no `key: value` lines"
    return {}, problems or [_problem(file, start, loose, "write for example `audience: manager`")] * _says_who(head)


def _misspelt(head: Mapping) -> Iterator[Problem]:
    """What was meant to say who may read the page, and would be passed over."""
    for key, place in head.keys.items():
        if key != AUDIENCE and (key.lower() == AUDIENCE or is_slip(key.lower(), AUDIENCE)):
            said = f"the head of this page says `{key}`, which nobody reads"
            yield Problem("unknown-field", Complaint(place.at, said, help=f"write `{AUDIENCE}`", label="unknown"))
    value = head.values.get(AUDIENCE)
    if value is not None and value.data not in list(Audience):
        known = ", ".join(Audience)
        said = f"`{AUDIENCE}` holds {found(value.data)}, which is nobody"
        yield Problem("wrong-value", Complaint(value.at, said, help=f"use one of: {known}", label="not known"))


def _misplaced(lines: list[str], file: str) -> list[Problem]:
    """A line that says who may read the page, before its first heading, where no head is."""
    for number, line in enumerate(lines[:_FIRST]):
        if line.startswith("# ") and not _MEANT.match(line):
            break
        if _MEANT.match(line) and not (_BARE.match(line) and all(_KEY.match(one) for one in lines[: number + 1])):
            said = "this line says who may read the page, and nobody reads it there"
            return [_problem(file, number, said, "begin the page with `---`, then `audience: …`, then `---`")]
    return []


def _says_who(lines: list[str]) -> bool:
    return any(_SAYS_WHO.match(line) for line in lines)


def _problem(file: str, line: int, message: str, cure: str) -> Problem:
    return Problem("yaml-syntax", Complaint(Location(file, line + 1, 1), message, help=cure))
