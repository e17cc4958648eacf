"""Finds spaces that YAML needs and that are not there, or are no spaces, above the line where reading stopped."""

from __future__ import annotations

import re

from generator.finding import Complaint
from generator.location import Location

NO_COLON_SPACE = re.compile(r"( *)((?:- +)*)([A-Za-z_][\w-]*):(?![ /]|$)(.+)")
NO_DASH_SPACE = re.compile(r"( *)-([A-Za-z_][\w-]*):(?= |$)")
KEYED = re.compile(r"( *(?:- +)*)[A-Za-z_][\w-]*:(?= |$)")
ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""What looks like a space, or like nothing, and is none to YAML; pasted text brings them."""
ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
ODD_INDENT = re.compile(rf"([ -]*)([{ODD_SPACES}]+)")


def missing_space(text: str, file: str, stopped: int) -> Complaint | None:
    """The slip that made reading stop in the line `stopped` (from 0): it stands there or above, after the last key
    that is written as it must be.
    """
    lines = text.split("\n")
    for number in range(min(stopped, len(lines) - 1), -1, -1):
        if found := _slip(lines[number], file, number + 1):
            return None if _is_text(lines, number, found) else found
        if number < stopped and KEYED.match(lines[number]):
            return None
    return None


def _slip(line: str, file: str, number: int) -> Complaint | None:
    if found := ODD_INDENT.match(line):
        return _odd(found, Location(file, number, len(found[1]) + 1, len(found[2])))
    if found := NO_DASH_SPACE.match(line):
        at = Location(file, number, len(found[1]) + 1, len(found[2]) + 2)
        said = f"`-{found[2]}:` has no space after its `-`"
        return Complaint(at, said, help=f"write `- {found[2]}:`", label="no space")
    if found := NO_COLON_SPACE.match(line):
        at = Location(file, number, len(found[1] + found[2]) + 1, len(found[3]) + 1)
        odd = "; what stands there only looks like one" if ODD_SPACE.match(found[4]) else ""
        said = f"`{found[3]}:` has no space after its `:`{odd}"
        return Complaint(at, said, help=f"write `{found[3]}: {found[4].strip()}`", label="no space")
    return None


def _is_text(lines: list[str], number: int, slip: Complaint) -> bool:
    """Whether the line goes on with the text of the key above: it stands further in, and that key has a value."""
    above = next((key for line in reversed(lines[:number]) if (key := KEYED.match(line))), None)
    return bool(above and slip.location.column > len(above[1]) + 1 and above.string[above.end() :].strip())


def _odd(found: re.Match[str], at: Location) -> Complaint:
    count = len(found[2])
    what = "a character that looks like a space and is none" if count == 1 else f"{count} no-break or other odd spaces"
    cure = "delete all that stands before the text of this line, and indent it with spaces"
    return Complaint(at, f"{what} in the indent", help=cure, label="no plain space")
