"""The lines between `---` at the head of a company's own page, of which one says who may read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.compose import compose
from generator.loading.syntax.nodes import Mapping
from generator.loading.words import found, is_slip
from generator.location import Location
from generator.model.words import Audience

AUDIENCE = "audience"

_OPENS, _CLOSES = re.compile(r"---[ \t]*"), re.compile(r"(---|\.\.\.)[ \t]*")
ALONE = "leave `---` alone in its line; what stands beside it may be invisible"
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
    if not lines or not _OPENS.fullmatch(lines[start].strip()):
        return {}, _misplaced(lines, file)
    rest = lines[start + 1 :]
    end = next((number for number, line in enumerate(rest) if _CLOSES.fullmatch(line)), None)
    if end is None:
        like = next((number for number, line in enumerate(rest) if line.strip() in ("---", "...")), None)
        says = _says_who(rest[: next((n for n, line in enumerate(rest) if not line.strip()), len(rest))])
        at, wrong, cure = start, "the head of this page is never closed", "close it with a line `---`"
        if like is not None:
            at, wrong, cure = start + 1 + like, "this line does not close the head of the page", ALONE
        return {}, [_problem(file, at, wrong, cure)] * says
    head = rest[:end]
    if start or not _OPENS.fullmatch(lines[0]):
        said, cure = _not_there(start)
        return {}, [_problem(file, start, f"{said}, so nobody reads it as one", cure)] * _says_who(head)
    node, problems = compose("\n" + "\n".join(head), file)
    if isinstance(node, Mapping):
        return node.data, [*problems, *_misspelt(node)]
    loose = "the head of this page holds no `key: value` lines"
    return {}, problems or [_problem(file, start, loose, "write for example `audience: manager`")] * _says_who(head)


def _not_there(start: int) -> tuple[str, str]:
    """Why a head is none although it looks like one, and what to do."""
    if start:
        return "the head of this page does not begin on its first line", "move `---` to the very beginning"
    return "something stands beside the `---` of this page's head", ALONE


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
