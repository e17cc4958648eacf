"""Reads the rows of a CSV file as nodes, so that a mistake in a cell is reported like one in YAML."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import get_origin

from generator.finding import Complaint
from generator.loading.problem import Problem, empty_file
from generator.loading.syntax.header import check_header
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.syntax.text import read_text
from generator.loading.words import one_of
from generator.location import Location
from generator.model.record import Entry, Part

NUMBERS = (float, float | None, int, int | None)
"""The fields whose cells are numbers; in all others `12` is text, as a name or an id may be."""
_WORD = re.compile(r"(?=\S)[^;,]+")


def read_rows(
    path: Path, file: str, cls: type[Part], needed: Collection[str] = ()
) -> tuple[Sequence | None, list[Problem]]:
    """The rows with those columns that `cls` has fields for; exports have more, and those are left out.

    Commas or semicolons stand between the cells, whichever the first line has more of. None where there is no file, or
    where its rows cannot be told apart or read. `needed` columns must be there, though their cells may be empty.
    """
    if not path.exists():
        return None, []
    text, problems = read_text(path, file)
    if problems or not text.strip():
        return None, problems or [empty_file(file)]
    rows, problems = _read(text, file, cls, tuple(needed))
    return rows, list(problems)


@lru_cache(maxsize=16)
def _read(text: str, file: str, cls: type[Part], needed: tuple[str, ...]) -> tuple[Sequence | None, list[Problem]]:
    """Kept by text, because a preview reads all files anew after each edit: nobody may change a node."""
    lines = _lines(text)
    if not lines[0].strip():
        said, cure = "the first line is empty", "let the names of the columns stand in the first line"
        return None, [Problem("file-unreadable", Complaint(Location(file, 1, 1), said, help=cure))]
    delimiter = _delimiter(lines[0])
    head = next(csv.reader(lines[:1], delimiter=delimiter))
    readable, problems = check_header(head, _places(lines[0], head, file, 1), cls, needed)
    if not readable:
        return None, problems
    rows = Sequence(Location(file, 1, 1))
    uneven: dict[int, list[Location]] = {}
    try:
        for at, cells in _cells(text, file, delimiter):
            if open_ := _unclosed(lines, at, cells, len(head), delimiter):
                return None, [*problems, open_]
            if len(cells) != len(head):
                uneven.setdefault(len(cells), []).append(at[0])
            if len(cells) >= len(head) or issubclass(cls, Entry):
                rows.items.append(_row(head, cells, at, cls))
    except csv.Error as error:
        return None, [*problems, _broken(file, error)]
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
            row.values[name] = _value(cls.model_fields[name].annotation, cell, place)
    return row


def _value(annotation: object, cell: str, at: Location) -> Node:
    """What a cell holds; of a list, one word between two `;` or commas."""
    if get_origin(annotation) is not list:
        return Scalar(at, cell.strip(), plain=annotation in NUMBERS)
    words = [(match.start(), match[0].strip()) for match in _WORD.finditer(cell)]
    places = [Location(at.file, at.line, at.column + start, len(word)) for start, word in words]
    return Sequence(at, [Scalar(place, word, plain=False) for place, (_, word) in zip(places, words, strict=True)])


def _doubled(rows: Sequence) -> Iterator[Problem]:
    """The ids that stand twice, of rows that are no records; of records that is found with all others."""
    first: dict[str, Location] = {}
    for row in rows.items:
        id_ = row.values.get("id") if isinstance(row, Mapping) else None
        if isinstance(id_, Scalar) and first.setdefault(id_.text, id_.at) is not id_.at:
            cure = f"delete one of the two, or give it its own id; the first is at {first[id_.text]}"
            said = f"`{id_.text}` is the id of two rows"
            yield Problem("duplicate-id", Complaint(id_.at, said, help=cure, label="the second one"))


def _unclosed(lines: list[str], at: list[Location], cells: list[str], wanted: int, delimiter: str) -> Problem | None:
    """A quote that swallowed the end of its row and what comes after, where the cells say so: there are more or fewer
    than `wanted`, or a whole row stands in one of them.
    """
    for cell, place in zip(cells, at, strict=True):
        swallowed = cell.split("\n")[1:]
        row_in_it = any(line.count(delimiter) >= wanted - 1 > 0 for line in swallowed)
        if row_in_it or (len(cells) != wanted and any(delimiter in line for line in swallowed)):
            column = lines[place.line - 1].find('"', place.column - 1) + 1
            said = "the quote that opens here is never closed"
            cure = 'put a `"` at the end of the cell, or take this one away; inside the cell double it'
            opened = Location(place.file, place.line, max(1, column))
            return Problem("file-unreadable", Complaint(opened, said, help=cure, label="opened here"))
    return None


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
