"""Finds a sign that looks like the `-` of a list and is none, as word processors make it."""

from __future__ import annotations

import re

import yaml

from generator.finding import Complaint
from generator.loading.syntax.lost_key import column_of, first_key, has_text
from generator.loading.syntax.slips import KEYED
from generator.location import Location

SIGNS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2023\u2043\u2212\u25aa\u25ab\u25cb\u25cf\u25e6\u00b7\uf0b7*"
"""Hyphens, dashes and the minus; bullets, among them the one of Word's own symbol font; and the star of Markdown."""
BULLET = re.compile(rf"( *)([{re.escape(SIGNS)}])(?=[ \t\u00a0]+(?:\{{|[A-Za-z_][\w-]*:(?: |$)))")
"""Such a sign before a key, where it begins an item."""


def bullet(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    """The sign in the line where reading `stopped` (from 0), or in the last line above whose fields follow."""
    lines = text.splitlines()
    numbers = [one for one in range(min(stopped, len(lines) - 1), -1, -1) if lines[one].strip()][:2]
    if not numbers or (BULLET.match(lines[numbers[0]]) and _goes_on(lines, numbers)):
        return None
    told = numbers if first_key(error, lines, stopped) else numbers[:1]
    return next((said for number in told if (said := bullet_at(lines, file, number))), None)


def bullet_at(lines: list[str], file: str, number: int) -> Complaint | None:
    found = BULLET.match(lines[number])
    if found is None:
        return None
    many = sum(1 for line in lines if (other := BULLET.match(line)) and other[0] == found[0])
    return Complaint(
        Location(file, number + 1, len(found[1]) + 1),
        f"the list item begins with `{found[2]}`, which is not the `-` of a list",
        help="write `-` in its place" + (f", and so in all {many} lines that begin like this one" * (many > 1)),
        label="not a hyphen",
    )


def _goes_on(lines: list[str], numbers: list[int]) -> bool:
    """Whether the line goes on with a text that begins in the line above."""
    above = KEYED.match(lines[numbers[1]]) if len(numbers) > 1 else None
    indent = len(lines[numbers[0]]) - len(lines[numbers[0]].lstrip())
    return above is not None and has_text(above) and indent > column_of(above)
