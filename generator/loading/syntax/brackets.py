"""Finds the bracket that was opened and never closed, or the comma that is missing within it."""

from __future__ import annotations

import re

import yaml

from generator.finding import Complaint
from generator.location import Location

KEYED = re.compile(r"( *)(?:- +)*(?:([A-Za-z_][\w-]*):(?= |$))?")
QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
CLOSES = {"[": "]", "{": "}"}


def bracket(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    """Where reading `stopped` (from 0) within `[ ]` or `{ }` because neither a comma nor the end came."""
    opened, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if not (opened and mark and "did not find expected ','" in (getattr(error, "problem", None) or "")):
        return None
    lines = text.split("\n")
    sign = lines[opened.line][opened.column]
    before = lines[stopped][: mark.column] if stopped < len(lines) else ""
    if "\t" in before or before.rstrip().endswith(("'", '"')):
        return None  # another slip, said elsewhere
    if _is_closed(lines, opened.line, opened.column):
        what = "fields" if sign == "{" else "items"
        return Complaint(
            Location(file, mark.line + 1, mark.column + 1),
            f"a `,` is missing within `{sign} {CLOSES[sign]}`, or a text in it needs quotes",
            help=f"put a `,` between the {what}, or the text that holds a `:` in quotes",
            label="here",
        )
    key = re.search(r"([A-Za-z_][\w-]*): +$", lines[opened.line][: opened.column])
    return Complaint(
        Location(file, opened.line + 1, opened.column + 1),
        f"the `{sign}` that opens here{f', in `{key[1]}`,' if key else ''} is never closed",
        help=f"put a `{CLOSES[sign]}` where it ends, or the text in quotes",
        label="opened here",
    )


def _is_closed(lines: list[str], line: int, column: int) -> bool:
    """Whether the bracket is closed in its line, or before a line that stands no further in than its own."""
    start = KEYED.match(lines[line])
    indent, depth = len(start[1]) if start else 0, 0
    for number in range(line, len(lines)):
        own = lines[number][column if number == line else 0 :]
        if number > line and len(own) - len(own.lstrip()) <= indent and own.strip(" \t\r]},"):
            return False
        for sign in QUOTED.sub("", own):
            depth += (sign in "[{") - (sign in "]}")
            if depth == 0:
                return True
    return False
