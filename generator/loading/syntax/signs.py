"""Finds a text without quotes that begins with a sign which means something else to YAML."""

from __future__ import annotations

import re

from generator.finding import Complaint
from generator.loading.syntax.comments import quoted
from generator.location import Location

VALUE = re.compile(r" *(?:- +)*(?:(?P<key>[A-Za-z_][\w-]*): +)?(?P<value>[*&>|?,@`%\[{].*)")
"""A line of which the value, after its key or the `-` of a list, begins with such a sign."""
RIGHT = re.compile(r"[*&][\w-]+|[>|][-+0-9]*|\?[^ ].*|\? *")
"""With these YAML has no trouble."""
MEANS = {
    "*": "YAML takes for the name of another value",
    "&": "YAML takes for the name of a value",
    ">": "to YAML says that a text follows in the lines below",
    "|": "to YAML says that a text follows in the lines below",
    "?": "YAML takes for a key",
    ",": "YAML takes for the end of a value",
    "[": "YAML takes for a list",
    "{": "YAML takes for a group of fields",
    "@": "YAML keeps for itself",
    "`": "YAML keeps for itself",
    "%": "YAML keeps for itself",
}
LONGEST = 100
"""Characters of a value that is written out in the cure."""


def unquoted_sign(text: str, file: str, stopped: int) -> Complaint | None:
    """The value in the line where reading `stopped` (from 0), where it begins with a sign and cannot be read."""
    lines = text.split("\n")
    found = VALUE.fullmatch(lines[stopped].rstrip("\r")) if stopped < len(lines) else None
    if found is None:
        return None
    value = re.sub(r"(?:^|[ \t]+)#(?:[ \t].*)?$|[ \t]+$", "", found["value"])
    if RIGHT.fullmatch(value.partition(" ")[0] if value[0] in "*&" else value):
        return None
    if value[0] in "[{" and not _goes_on(value):
        return None
    written = f": `{found['key']}: {quoted(value)}`" if found["key"] and len(value) <= LONGEST else ""
    where = f"`{found['key']}`" if found["key"] else "the item"
    sign = "a backtick" if value[0] == "`" else f"`{value[0]}`"
    return Complaint(
        Location(file, stopped + 1, found.start("value") + 1),
        f"{where} begins with {sign}, which {MEANS[value[0]]}",
        help=f"put the value in quotes{written}",
        label="needs quotes",
    )


def braces(text: str, at: Location) -> Complaint:
    """A list or a group of fields where a key would have to stand, which is a text with braces that needs quotes."""
    lines = text.split("\n")
    found = VALUE.fullmatch(lines[at.line - 1].rstrip("\r"))
    cure = "put the whole text that holds the braces in quotes, from its first sign to its last"
    if found and found.start("value") in (at.column - 1, at.column - 2) and not _is_longer(lines, at.line, found):
        value = quoted(found["value"])
        cure = f"put the whole value in quotes: `{found['key']}: {value}`" if found["key"] else f"write `- {value}`"
    said = "a text that begins with a bracket, which YAML takes for a list or a group of fields"
    return Complaint(at, said, help=cure, label="needs quotes")


def _is_longer(lines: list[str], number: int, first: re.Match[str]) -> bool:
    """Whether the text goes on in the next line, which stands further in than its key."""
    following = next((line for line in lines[number:] if line.strip()), "")
    start = first.start("key") if first["key"] else first.start("value") - 2
    return len(following) - len(following.lstrip()) > start


def _goes_on(value: str) -> bool:
    """Whether text follows behind the bracket that closes the first."""
    depth = 0
    for place, sign in enumerate(value):
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            return bool(value[place + 1 :].strip())
    return False
