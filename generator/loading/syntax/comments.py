"""Finds words that YAML takes for a comment, a tag or a name, such as `#1` within a text, so that they are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.libyaml import Loader
from generator.loading.syntax.nodes import Mapping, Node, Sequence
from generator.location import Location

MEANT = re.compile(r"^([ ]*(?:- +)*)([A-Za-z_][\w-]*): +(#[0-9A-Za-z][^\n]*?)(?:[ ]+#[ ][^\n]*)?[ ]*$", re.MULTILINE)
"""A comment that begins without a space is hardly meant as one."""

CUT = re.compile(r"[ \t]+#\w[^\n]*")
"""The same behind a text: what was meant to go on."""
NUMBER = re.compile(r" (# \d[^\n]*?)[ \t\r]*$")
"""A number sign within a text, as in `Deals # 3 and up`; a comment is mostly set off by more than one space."""
PROSE = re.compile(r"(?![\d.,]+ \w+$)(?=.*[^\W\d_])(?:[^\W\d_a-z]|.*\s).*", re.DOTALL)
"""Several words, or one with a capital: no id, no number, no date and no `30 days`."""
SIGNS = re.compile(r"#(?:(?<=[ \t].)\w|(?<= .) \d)|[!&](?<![^\s\[{,].)\S")
"""Where a text holds none of these, nothing can be lost. The sign stands first: so the rest is passed over fast."""
REMARK = re.compile(r"[ \t]+#[ \t].*|[ \t]+$")
"""A comment that is one, at the end of a line."""


def swallowed(text: str, file: str, top: Node | None) -> Iterator[Problem]:
    found = {text.count("\n", 0, match.start()) + 1: match for match in MEANT.finditer(text)}
    empty = set(_empty(top)) if found and top is not None else set()
    for line, match in found.items():
        if (line, match[2]) in empty:
            at = Location(file, line, match.start(3) - match.start() + 1, len(match[3]))
            said = f"`{match[2]}` is empty, since `#` begins a comment here"
            cure = f"put the value in quotes: `{match[2]}: {quoted(match[3])}`, or a space after the `#`"
            yield Problem("wrong-value", Complaint(at, said, help=cure, label="passed over"))


def lost(text: str, file: str) -> Iterator[Problem]:
    """Of a text that can be read: what stands behind a ` #`, and the first word where it begins with `!` or `&`."""
    if not SIGNS.search(text):
        return
    lines, tokens = text.split("\n"), list(yaml.scan(text, Loader=Loader))
    used = {token.value for token in tokens if isinstance(token, yaml.AliasToken)}
    for token, after in pairwise(tokens):
        if not (isinstance(after, yaml.ScalarToken) and after.plain):
            continue
        start, end = after.start_mark, after.end_mark
        line = lines[end.line]
        if cut := CUT.match(line, end.column):
            sign, at = "#", Location(file, end.line + 1, len(line) - len(cut[0].lstrip()) + 1, 2)
        elif _is_lost(token, start.line, used):
            first = token.start_mark.column
            sign, at = line[first], Location(file, start.line + 1, first + 1, start.column - first)
            start = token.start_mark
        elif (number := NUMBER.match(line, end.column)) and PROSE.fullmatch(after.value):
            at = Location(file, end.line + 1, end.column + 2, len(number[1]))
            yield Problem("text-cut-off", _cut_off(at, line[start.column :].rstrip() if start.line == end.line else ""))
            continue
        else:
            continue
        yield Problem(
            "wrong-value", _lost(sign, at, lines[start.line][start.column :] if start.line == end.line else "")
        )


def quoted(value: str) -> str:
    """A value in quotes, without the comment behind it."""
    return _in_quotes(REMARK.sub("", value))


def _in_quotes(value: str) -> str:
    return f'"{value}"' if "'" in value and not {'"', "\\"} & {*value} else "'" + value.replace("'", "''") + "'"


def _is_lost(token: yaml.Token, line: int, used: set[str]) -> bool:
    """Whether it is a tag of the company's own or a name that nothing asks for, before a text in the same line."""
    if token.start_mark.line != line:
        return False
    if isinstance(token, yaml.TagToken):
        return bool(token.value[0] != "!!")
    return isinstance(token, yaml.AnchorToken) and token.value not in used


def _lost(sign: str, at: Location, value: str) -> Complaint:
    what = "what follows ` #` is a comment, and left out of the text" if sign == "#" else MEANS[sign]
    cure = f"put the value in quotes: `{quoted(value)}`" if value else "put the value in quotes"
    cure += ", or a space after the `#`" if sign == "#" else ""
    return Complaint(at, what, help=cure, label="left out")


def _cut_off(at: Location, value: str) -> Complaint:
    what = "what follows ` # ` is a comment, though it reads like the rest of the text"
    cure = f"put the value in quotes: `{_in_quotes(value)}`" if value else "put the value in quotes"
    return Complaint(at, what, help=f"{cure}; if it is a comment, put two spaces before the `#`", label="left out")


MEANS = {
    "!": "a word that begins with `!` is a tag where a value begins, and left out of the text",
    "&": "a word that begins with `&` is a name where a value begins, and left out of the text",
}


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
