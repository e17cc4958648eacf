"""Finds where the two commonest slips in YAML were made, which is above the line where reading stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from generator.finding import Complaint
from generator.loading.syntax.libyaml import Loader
from generator.location import Location

KEYED = re.compile(r"( *)((?:- +)*)([A-Za-z_][\w-]*):(?= |$)")
"""A line that begins with a key, perhaps after the `-` of a list."""
MOST = 400
"""Lines above a mistake in which its neighbours are looked for; the longest record of a playbook has fewer."""


def unclosed_quote(text: str, file: str, stopped: int) -> Complaint | None:
    """A quote before the line where reading `stopped` (from 0) that swallowed keys of its own record, if there is one.

    The text of a quote that was closed stands further in than the key it belongs to.
    """
    lines = text.splitlines()
    for start, end in _quotes(text):
        if start.line > stopped:
            return None
        opened = KEYED.match(lines[start.line])
        swallowed = (KEYED.match(line) for line in islice(lines, start.line + 1, end + 1))
        if opened and any(key and len(key[1]) <= _column(opened) for key in swallowed):
            quote = lines[start.line][start.column]
            return Complaint(
                Location(file, start.line + 1, start.column + 1),
                f"the quote that opens here, in `{opened[3]}`, is never closed",
                help=f"put a `{quote}` at the end of its text"
                + ("" if quote == '"' else "; inside the text double it"),
                label="opened here",
            )
    return None


def misplaced_line(text: str, file: str, stopped: int) -> Complaint | None:
    """The line at which reading `stopped`, where it stands a little further in or out than the keys it belongs to."""
    lines = text.splitlines()
    own = KEYED.match(lines[stopped]) if stopped < len(lines) else None
    if own is None:
        return None
    listed = bool(own[2])
    mine = len(own[1]) if listed else _column(own)
    keys = list(_above(lines, stopped))
    if not listed and any(dash and column == mine for column, _, _, dash in keys):
        return _without_dash(own, Location(file, stopped + 1, mine + 1, len(own[3])))
    above = [(column, line, key) for column, line, key, dash in keys if dash == listed]
    if not above or any(column == mine for column, _, _ in above):
        return None
    wanted, line, key = min(above, key=lambda one: abs(one[0] - mine))
    if abs(wanted - mine) > 2:
        return None
    what = f"`- {own[3]}`" if listed else f"`{own[3]}`"
    neighbour = f"`- {key}`" if listed else f"`{key}`"
    return Complaint(
        Location(file, stopped + 1, len(own[1]) + 1, len(own[0].strip()) - 1),
        f"{what} is indented by {_spaces(mine)}, and its neighbour {neighbour} in line {line + 1} by {wanted}",
        help=f"indent {what} by {_spaces(wanted)}" if wanted else f"take the {_spaces(mine)} before {what} away",
        label=f"{_spaces(abs(wanted - mine))} too {'few' if mine < wanted else 'many'}",
    )


def _without_dash(own: re.Match[str], at: Location) -> Complaint:
    said = f"`{own[3]}` stands where the records of a list begin, and has no `-`"
    return Complaint(at, said, help=f"write `- {own[3]}:`, or indent the line under its record", label="no `-`")


def _quotes(text: str) -> Iterator[tuple[yaml.Mark, int]]:
    """Where each text in quotes that goes over several lines begins, and the line in which it ends or reading stops."""
    try:
        for token in yaml.scan(text, Loader=Loader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line:
                yield token.start_mark, token.end_mark.line
    except yaml.MarkedYAMLError as error:
        if error.context == "while scanning a quoted scalar" and error.context_mark and error.problem_mark:
            yield error.context_mark, error.problem_mark.line


def _above(lines: list[str], stopped: int) -> Iterator[tuple[int, int, str, bool]]:
    """The keys that the line may belong beside, from the nearest up to the top of the file, and whether they begin a
    list item: the column, the line, the key. What lies deeper than a line between belongs to something else.
    """
    edge = 10_000
    for number in range(stopped - 1, max(-1, stopped - MOST), -1):
        key = KEYED.match(lines[number])
        if key is None or _column(key) > edge:
            continue
        edge = len(key[1]) if key[2] else _column(key)
        yield _column(key), number, key[3], False
        if key[2]:
            yield len(key[1]), number, key[3], True
        if edge == 0:
            return


def _column(key: re.Match[str]) -> int:
    return len(key[1]) + len(key[2])


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"
