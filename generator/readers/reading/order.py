"""Brings what stands on a slide or page into reading order: files have it in the order in which it was drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from generator.readers.reading.tiles import Frame

MOST = 200
"""Shapes to bring into order; a drawing of more has no order to read it in."""
OVERLAP = 0.3
"""Share of its own size by which a shape may reach into the one beside it."""


class Framed(Protocol):
    """What has a place, unless it takes that of its layout."""

    @property
    def frame(self) -> Frame | None: ...


S = TypeVar("S", bound=Framed)


@dataclass(frozen=True, slots=True)
class _Placed(Generic[S]):
    shape: S
    frame: Frame
    drawn: int


def in_reading_order(shapes: Iterable[S], *, as_drawn: bool = False) -> list[S]:
    """Column by column where white space parts them, else row by row; what overlaps stays as it was drawn.

    Where white space parts both rows and columns, `as_drawn` asks whether one of them was drawn each in one go, as the
    rows of a table are.
    """
    found = list(shapes)
    if len(found) > MOST:
        return found
    placed = [_Placed(shape, shape.frame, number) for number, shape in enumerate(found) if shape.frame]
    return [*(shape for shape in found if shape.frame is None), *(one.shape for one in _parted(placed, as_drawn))]


def _parted(shapes: list[_Placed[S]], as_drawn: bool) -> list[_Placed[S]]:
    if len(shapes) < 2:
        return shapes
    rows, columns = _Cuts.of(shapes, "top", "bottom"), _Cuts.of(shapes, "left", "right")
    if len(columns.parts) > 1 and len(rows.parts) > 1 and as_drawn and rows.in_one_go != columns.in_one_go:
        parts = (rows if rows.in_one_go else columns).parts
    elif len(columns.parts) > 1 and max(columns.gaps) >= max(rows.gaps, default=float("-inf")):
        parts = columns.parts
    elif len(columns.parts) > 1:
        parts = rows.wider_than(max(columns.gaps))
    elif len(rows.parts) > 1:
        parts = _without_wide_lines(rows.parts)
    else:
        return _down_columns(shapes)
    return [shape for part in parts for shape in _parted(part, as_drawn)]


def _without_wide_lines(rows: list[list[_Placed[S]]]) -> list[list[_Placed[S]]]:
    """The rows with those taken together that stand in columns; a line across the slide hides that they do."""
    parts: list[list[_Placed[S]]] = []
    for row in rows:
        together = [*parts[-1], *row] if parts else row
        if parts and len(_Cuts.of(together, "left", "right").parts) > 1:
            parts[-1] = together
        else:
            parts.append(row)
    return parts


@dataclass(slots=True)
class _Cuts(Generic[S]):
    """Shapes in parts between which a line can be drawn, and how wide the gaps between the parts are."""

    parts: list[list[_Placed[S]]]
    gaps: list[float]

    @classmethod
    def of(cls, shapes: list[_Placed[S]], start: str, end: str) -> _Cuts[S]:
        """Neighbours may overlap a little, as arrows do."""
        cuts: _Cuts[S] = cls([], [])
        reach = float("-inf")
        for shape in sorted(shapes, key=lambda shape: float(getattr(shape.frame, start))):
            first, after = float(getattr(shape.frame, start)), float(getattr(shape.frame, end))
            if cuts.parts and first - reach < -OVERLAP * (after - first):
                cuts.parts[-1].append(shape)
            else:
                cuts.gaps += [first - reach] if cuts.parts else []
                cuts.parts.append([shape])
            reach = max(reach, after)
        return cuts

    @property
    def in_one_go(self) -> bool:
        """Whether each part was drawn as a whole before the next."""
        part_of = sorted((shape.drawn, number) for number, part in enumerate(self.parts) for shape in part)
        return sum(one[1] != other[1] for one, other in pairwise(part_of)) == len(self.parts) - 1

    def wider_than(self, least: float) -> list[list[_Placed[S]]]:
        """The parts with those joined again between which the gap is not wider."""
        parts = [self.parts[0]]
        for gap, part in zip(self.gaps, self.parts[1:], strict=True):
            if gap > least:
                parts.append(part)
            else:
                parts[-1] = [*parts[-1], *part]
        return parts


def _down_columns(shapes: Iterable[_Placed[S]]) -> list[_Placed[S]]:
    """What stands above another in the same column comes before it; the rest keeps its order."""
    ordered: list[_Placed[S]] = []
    for shape in sorted(shapes, key=lambda shape: shape.drawn):
        below = (place for place, other in enumerate(ordered) if _is_above(shape.frame, other.frame))
        ordered.insert(next(below, len(ordered)), shape)
    return ordered


def _is_above(one: Frame, other: Frame) -> bool:
    """Whether one ends about where the other begins, or earlier, and they share most of the narrower one's width."""
    if one.top + one.bottom >= 2 * other.top:
        return False
    common = min(one.right, other.right) - max(one.left, other.left)
    return 2 * common > min(one.right - one.left, other.right - other.left)
