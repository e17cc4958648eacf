"""Lines of a page as they stand: rows from the top, the lines of a row from the left, whenever each was drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from generator.readers.pdf.process import Line

SAME_HEIGHT = 0.3
"""Share of a line's height by which feet of lines in one row may differ, as those of two fonts do."""
SAME_SIZE = 0.12
"""Share of a line's height by which that of another may differ that is set in the same size."""
SPACE = 0.15
"""Widths of a letter `m` that part two words; letters that are spaced out stand closer."""
NEAR_ROWS = 3
"""Rows above and below in which a column's gap must come again; one stretched line has no columns."""
SAME_GAP = 0.3
"""Share of a gap that another must have in common with it to be of the same column."""
WIDEST_SPACE = 0.5
"""Words drawn one by one stand closer than this; columns of papers set tightly stand 1 apart."""

Gap = tuple[float, float]


def by_turn(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines that run in one direction together, first those of the direction in which the most is written."""
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.turn].append(line)
    return sorted(found.values(), key=lambda lines: -sum(len(line.text) for line in lines))


def from_the_top(lines: Iterable[Line]) -> list[Line]:
    """The lines row by row; words of one line that were drawn one by one, or stretched over it, are one line again."""
    rows = [_whole(row, _goes_on) for row in _rows(lines)]
    gaps = [[(one.right, other.left) for one, other in pairwise(row)] for row in rows]
    found: list[Line] = []
    for number, row in enumerate(rows):
        near = [*gaps[max(0, number - NEAR_ROWS) : number], *gaps[number + 1 : number + 1 + NEAR_ROWS]]
        others = [gap for of_row in near for gap in of_row]
        found += _whole(row, partial(_is_stretched, others=others))
    return found


def is_beside(line: Line, other: Line) -> bool:
    """Whether the other stands in the same row, farther right."""
    return _is_level(line, other) and other.left >= line.right - SAME_SIZE * line.size


def _rows(lines: Iterable[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if row and not _is_level(row[0], line):
            yield sorted(row, key=lambda line: line.left)
            row = []
        row.append(line)
    yield sorted(row, key=lambda line: line.left)


def _is_level(one: Line, other: Line) -> bool:
    return one.turn == other.turn and abs(one.bottom - other.bottom) <= SAME_HEIGHT * min(one.size, other.size)


def _whole(row: Iterable[Line], is_one: Callable[[Line, Line], bool]) -> list[Line]:
    whole: list[Line] = []
    for line in row:
        if whole and is_one(whole[-1], line):
            whole[-1] = _one(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _is_stretched(last: Line, line: Line, others: Iterable[Gap]) -> bool:
    """Whether two parts drawn in one go stand apart by a gap that is no column's, since no row nearby has it."""
    start, end = last.right, line.left
    if last.row != line.row or start >= end:
        return False
    return not any(min(end, other[1]) - max(start, other[0]) > SAME_GAP * (end - start) for other in others)


def _goes_on(last: Line, line: Line) -> bool:
    same = _is_level(last, line) and abs(last.size - line.size) <= SAME_SIZE * last.size
    return same and -SAME_SIZE * last.size <= line.left - last.right <= WIDEST_SPACE * last.size


def _one(last: Line, line: Line) -> Line:
    space = " " if line.left - last.right > SPACE * last.size else ""
    return replace(last, text=f"{last.text}{space}{line.text}", right=line.right, bold=last.bold and line.bold)
