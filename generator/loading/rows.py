"""Reads the rows of a CSV file as nodes, so that a mistake in a cell is reported like one in YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.finding import Complaint
from generator.loading.nodes import Mapping, Scalar, Sequence
from generator.loading.problem import Problem
from generator.loading.text import read_text
from generator.loading.words import is_slip, nearest, one_of
from generator.location import Location
from generator.model.record import Entry, Part

NUMBERS = (float, float | None, int, int | None)
"""The fields whose cells are numbers; in all others `12` is text, as a name or an id may be."""


def read_rows(
    path: Path, file: str, cls: type[Part], needed: Collection[str] = ()
) -> tuple[Sequence | None, list[Problem]]:
    """The rows with those columns that `cls` has fields for; exports have more, and those are left out.

    Commas or semicolons stand between the cells, whichever the first line has more of. None where there is no file.
    `needed` columns must be there, though their cells may be empty.
    """
    if not path.is_file():
        return None, []
    text, problems = read_text(path, file)
    lines = _lines(text)
    if not lines:
        return None, problems
    head = next(csv.reader(lines[:1], delimiter=_delimiter(lines[0])))
    slips = _slips(head, lines[0], file, cls)
    missing = [name for name, field in cls.model_fields.items() if field.is_required() and name not in head]
    if missing:
        absent = [_no_column(file, name) for name in missing if name not in slips]
        return None, [*problems, *slips.values(), *absent]
    problems += slips.values()
    problems += [_no_column(file, name) for name in needed if name not in head and name not in slips]
    rows = Sequence(Location(file, 1, 1))
    uneven: dict[int, list[Location]] = {}
    try:
        for at, cells in _cells(text, file, _delimiter(lines[0])):
            if len(cells) != len(head):
                uneven.setdefault(len(cells), []).append(at[0])
            if len(cells) >= len(head) or issubclass(cls, Entry):
                rows.items.append(_row(head, cells, at, cls))
    except csv.Error as error:
        problems.append(_broken(file, error))
    problems += [_other_length(places, found, len(head)) for found, places in uneven.items()]
    if not issubclass(cls, Entry):
        problems += _doubled(rows)
    return rows, problems


def in_list(name: str, rows: Sequence) -> Mapping:
    """An area's tree with nothing but that list."""
    return Mapping(rows.at, {name: Scalar(rows.at, name, plain=True)}, {name: rows})


def _lines(text: str) -> list[str]:
    """Lines with their ends, whatever system they come from; nothing else ends a line."""
    return list(io.StringIO(text, newline=""))


def _delimiter(line: str) -> str:
    return ";" if line.count(";") > line.count(",") else ","


def _cells(text: str, file: str, delimiter: str) -> Iterator[tuple[list[Location], list[str]]]:
    """The cells of each row that has any, with their places; those of a row over several lines share its first."""
    lines = _lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    next(reader)
    before = reader.line_num
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _places(lines[before], cells, file, before + 1), cells
        before = reader.line_num


def _places(line: str, cells: list[str], file: str, number: int) -> list[Location]:
    places, start = [], 0
    for cell in cells:
        found = line.find(cell, start)
        places.append(Location(file, number, max(found, start) + 1, max(1, len(cell.strip()))))
        start = max(found, start) + len(cell)
    return places


def _row(head: list[str], cells: list[str], at: list[Location], cls: type[Part]) -> Mapping:
    """An empty cell is a field that is not there."""
    row = Mapping(at[0])
    for name, cell, place in zip(head, cells, at, strict=False):
        if name in cls.model_fields and cell.strip():
            row.keys[name] = Scalar(place, name, plain=True)
            row.values[name] = Scalar(place, cell.strip(), plain=cls.model_fields[name].annotation in NUMBERS)
    return row


def _no_column(file: str, name: str) -> Problem:
    said = f"there is no column `{name}`"
    return Problem("missing-field", Complaint(Location(file, 1, 1), said, help=f"add `{name}` to the first line"))


def _slips(head: list[str], line: str, file: str, cls: type[Part]) -> dict[str, Problem]:
    """By the column that is not there: what another was most likely meant to be it."""
    found: dict[str, Problem] = {}
    open_ = [name for name in cls.model_fields if name not in head]
    for at, name in zip(_places(line, head, file, 1), head, strict=True):
        near = nearest(name, open_) if name not in cls.model_fields else ""
        if near and is_slip(name, near):
            said = f"the column `{name}` is not known, and there is no column `{near}`"
            found[near] = Problem("unknown-field", Complaint(at, said, help=f"use `{near}`", label="unknown"))
    return found


def _doubled(rows: Sequence) -> Iterator[Problem]:
    """The ids that stand twice, of rows that are no records; of records that is found with all others."""
    first: dict[str, Location] = {}
    for row in rows.items:
        id_ = row.values.get("id") if isinstance(row, Mapping) else None
        if isinstance(id_, Scalar) and first.setdefault(id_.text, id_.at) is not id_.at:
            cure = f"delete one of the two, or give it its own id; the first is at {first[id_.text]}"
            said = f"`{id_.text}` is the id of two rows"
            yield Problem("duplicate-id", Complaint(id_.at, said, help=cure, label="the second one"))


def _other_length(places: list[Location], found: int, wanted: int) -> Problem:
    """Once for all rows of that length: where there are many, the first line is as likely to be wrong."""
    cells = f"{found} cell{'' if found == 1 else 's'}, and the first line names {wanted}"
    said = f"{len(places)} rows have {cells}" if len(places) > 1 else f"the row has {cells}"
    cure = "put a cell that holds a comma in double quotes" if found > wanted else "fill it up; a cell may be empty"
    lines = [str(place.line) for place in places]
    notes = (f"the others are in the lines {one_of(lines[1:])}",) if len(lines) > 1 else ()
    return Problem("wrong-value", Complaint(places[0], said, help=cure, notes=notes))


def _broken(file: str, error: csv.Error) -> Problem:
    said = f"the rows cannot be read: {str(error).lower()}"
    return Problem("file-unreadable", Complaint(Location(file), said, help="save it as CSV in UTF-8 again"))
