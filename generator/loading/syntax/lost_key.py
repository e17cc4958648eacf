"""Finds a text that has lost the name before it, or a list without one, where lines that have a name follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

import yaml

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.syntax.slips import KEYED
from generator.location import Location
from generator.model.area import Area
from generator.model.record import Part
from generator.model.shape import Shape, shapes

ITEM = re.compile(r"( *)((?:- +)+)([^\s#](?:.*\S)?) *")
"""An item of a list in which no name stands, as `- grow-midmarket`."""


def nameless_text(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    """The item of a list that is a text alone, with keys under it that reading `stopped` at (from 0)."""
    lines = text.splitlines()
    own = first_key(error, lines, stopped) or _key_at_mark(error, lines, stopped)
    number = _above(lines, stopped)
    item = ITEM.fullmatch(lines[number]) if own and not own[2] and number >= 0 else None
    if own is None or item is None or KEYED.match(lines[number]) or len(own[1]) <= len(item[1]):
        return None
    name = _first_field(file, _keys(lines, stopped))
    cure = f"write `- {name}: {item[3]}`" if name else f"write the name of its field before it, as `- name: {item[3]}`"
    return Complaint(
        Location(file, number + 1, item.start(3) + 1, len(item[3])),
        f"this text has no name before it, and fields such as `{own[3]}` follow",
        help=cure,
        label="no name and `:`",
    )


def nameless_list(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    """The first `-` of a list under a key that has a text already: the name of the list is lost."""
    lines = text.splitlines()
    own = first_key(error, lines, stopped) or _key_at_mark(error, lines, stopped)
    number = _above(lines, stopped)
    above = KEYED.match(lines[number]) if own and own[2] and number >= 0 else None
    if (
        own is None
        or above is None
        or not has_text(above)
        or ((own[1] or above[1]) and len(own[1]) <= column_of(above))
    ):
        return None
    column = len(own[1]) + len(own[2])
    name = _list_field(file, {own[3], *_keys(lines, stopped, column)}, text, top=not above[1])
    what = f"`{name}:`" if name else "the name of the list, with a `:`,"
    return Complaint(
        Location(file, stopped + 1, len(own[1]) + 1, len(own[0].strip()) - 1),
        f"a list begins here without its name: `{above[3]}` in line {number + 1} has its text already",
        help=f"write {what} in a line of its own above this one, as far in as `{above[3]}`",
        label="a list without a name",
    )


def colon_in_text(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    """A line with one `:` that goes on with the text of a key above."""
    lines = text.splitlines()
    first = _first_colon(error, lines, stopped)
    number = _above(lines, stopped)
    above = KEYED.match(lines[number]) if first is not None and number >= 0 else None
    if first is None or above is None or not has_text(above):
        return None
    own = KEYED.match(lines[stopped])
    column = column_of(above)
    cure = f"put the whole text of `{above[3]}` in quotes, from its first line to its last"
    if own and not own[2]:
        cure = f"indent `{own[3]}` by {column} space{'' if column == 1 else 's'}, or, if it is text, {cure}"
    return Complaint(
        Location(file, stopped + 1, first + 1),
        f"this line goes on with the text of `{above[3]}` in line {number + 1}, and has a `:`",
        help=cure,
        label="here",
    )


def _first_colon(error: yaml.YAMLError, lines: list[str], stopped: int) -> int | None:
    """The column (from 0) of the `:` at which reading stopped, where it is the first of its line."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or stopped >= len(lines) or "mapping values are not allowed" not in str(error):
        return None
    return mark.column if not re.search(r":(?: |$)", lines[stopped][: mark.column]) else None


def column_of(key: re.Match[str]) -> int:
    return len(key[1]) + len(key[2])


def has_text(key: re.Match[str]) -> bool:
    """Whether the value begins in the line of its key, and is no `|` or `>` with the text below."""
    return re.match(r"\s*[^\s#|>]", key.string[key.end() :]) is not None


def first_key(error: yaml.YAMLError, lines: list[str], stopped: int) -> re.Match[str] | None:
    """The key that ends in the `:` at which reading stopped."""
    first = _first_colon(error, lines, stopped)
    key = KEYED.match(lines[stopped]) if first is not None else None
    return key if key and key.end() == (first or 0) + 1 else None


def _key_at_mark(error: yaml.YAMLError, lines: list[str], stopped: int) -> re.Match[str] | None:
    """The key, or the `-` before it, at which reading stopped since a list or a group of fields was to go on."""
    mark = getattr(error, "problem_mark", None)
    key = KEYED.match(lines[stopped]) if stopped < len(lines) and "did not find expected" in str(error) else None
    return key if key and mark is not None and mark.column == len(key[1]) else None


def _above(lines: list[str], stopped: int) -> int:
    """The nearest line above with a key, or with an item of a list; -1 where there is none."""
    numbers = range(min(stopped, len(lines)) - 1, -1, -1)
    return next((one for one in numbers if KEYED.match(lines[one]) or ITEM.fullmatch(lines[one])), -1)


def _keys(lines: list[str], start: int, column: int = -1) -> set[str]:
    """The keys that stand beside each other from the line `start` on."""
    found: set[str] = set()
    for number, line in enumerate(lines[start:]):
        key = KEYED.match(line)
        indent = len(line) - len(line.lstrip())
        column = indent if column < 0 else column
        if number and line.strip() and indent < column:
            break
        if key and not key[2] and indent == column:
            found.add(key[3])
    return found


def _first_field(file: str, keys: set[str]) -> str:
    """The field that all parts of a playbook with these fields begin with; empty where they differ."""
    owners = [cls for cls in _parts(file) if keys <= cls.model_fields.keys()]
    firsts = {next((n for n, field in cls.model_fields.items() if field.is_required()), "") for cls in owners}
    name = firsts.pop() if len(firsts) == 1 else ""
    return "" if name in keys else name


def _list_field(file: str, keys: set[str], text: str, *, top: bool) -> str:
    """The one list that can hold an item of these fields and is not written yet."""
    there = set(re.findall(r"^([\w-]+):", text, re.MULTILINE)) if top else set()
    owners = [cls for cls in _parts(file) if issubclass(cls, Area) == top]
    lists = [shape for owner in owners for shape in shapes(owner) if _holds(shape, keys)]
    names = {shape.name for shape in lists} - there
    return names.pop() if len(names) == 1 else ""


def _holds(shape: Shape, keys: set[str]) -> bool:
    return shape.many == "list" and shape.part is not None and keys <= shape.part.model_fields.keys()


def _area(file: str) -> type[Part] | None:
    names = [PurePath(part).stem for part in PurePath(file).parts]
    return next((discover()[name] for name in reversed(names) if name in discover()), None)


def _parts(file: str) -> Iterator[type[Part]]:
    """All parts of which the area of the file is made."""
    area = _area(file)
    waiting, seen = [area] if area else [], set()
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        yield cls
        waiting += [shape.part for shape in shapes(cls) if shape.part is not None]
