"""Brings the shapes of a slide into reading order: files have them in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from generator.readers.reading.package import local
from generator.readers.reading.tiles import Frame

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST = 200
"""Shapes to bring into order; a drawing of more has no order to read it in."""


OVERLAP = 0.3
"""Share of its own size by which a shape may reach into the one beside it."""


class Scale(NamedTuple):
    """How lengths inside of a group become those of the slide."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def of(self, frame: Frame | None) -> Frame | None:
        """The frame as it stands on the slide."""
        if frame is None:
            return None
        left, right = (self.left + self.across * at for at in (frame.left, frame.right))
        top, bottom = (self.top + self.down * at for at in (frame.top, frame.bottom))
        return Frame(left, top, right, bottom)


class Framed(Protocol):
    """What has a place, unless it takes that of its layout."""

    @property
    def frame(self) -> Frame | None: ...


S = TypeVar("S", bound=Framed)


def frame_of(element: Element) -> Frame | None:
    """The frame as the file has it; none where the layout decides."""
    properties = "{*}grpSpPr" if local(element) == "grpSp" else "{*}spPr"
    found = element.find(f"{properties}/{{*}}xfrm") if local(element) != "graphicFrame" else element.find("{*}xfrm")
    return None if found is None else _frame(found.find("{*}off"), found.find("{*}ext"))


def scale_of(group: Element, around: Scale) -> Scale:
    """How lengths inside of a group become those of the slide, given those around it."""
    found = group.find("{*}grpSpPr/{*}xfrm")
    outer = frame_of(group)
    inner = None if found is None else _frame(found.find("{*}chOff"), found.find("{*}chExt"))
    placed = around.of(outer)
    if placed is None or inner is None or inner.left == inner.right or inner.top == inner.bottom:
        return around
    across = (placed.right - placed.left) / (inner.right - inner.left)
    down = (placed.bottom - placed.top) / (inner.bottom - inner.top)
    return Scale(across, down, placed.left - across * inner.left, placed.top - down * inner.top)


def _frame(offset: Element | None, size: Element | None) -> Frame | None:
    if offset is None or size is None:
        return None
    try:
        left, top = int(offset.get("x", "")), int(offset.get("y", ""))
        return Frame(left, top, left + int(size.get("cx", "")), top + int(size.get("cy", "")))
    except ValueError:
        return None


def in_reading_order(shapes: Iterable[S]) -> list[S]:
    """Column by column where white space parts them, else row by row; what overlaps stays as it was drawn."""
    found = list(shapes)
    if len(found) > MOST:
        return found
    return [*(shape for shape in found if shape.frame is None), *_parted([one for one in found if one.frame])]


def _parted(shapes: list[S]) -> list[S]:
    if len(shapes) < 2:
        return shapes
    rows, columns = _Cuts.of(shapes, "top", "bottom"), _Cuts.of(shapes, "left", "right")
    if len(columns.parts) > 1 and max(columns.gaps) >= max(rows.gaps, default=float("-inf")):
        parts = columns.parts
    elif len(columns.parts) > 1:
        parts = rows.wider_than(max(columns.gaps))
    elif len(rows.parts) > 1:
        parts = _without_wide_lines(rows.parts)
    else:
        return down_columns(shapes)
    return [shape for part in parts for shape in _parted(part)]


def _without_wide_lines(rows: list[list[S]]) -> list[list[S]]:
    """The rows with those taken together that stand in columns; a line across the slide hides that they do."""
    parts: list[list[S]] = []
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

    parts: list[list[S]]
    gaps: list[float]

    @classmethod
    def of(cls, shapes: list[S], start: str, end: str) -> _Cuts[S]:
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

    def wider_than(self, least: float) -> list[list[S]]:
        """The parts with those joined again between which the gap is not wider."""
        parts = [self.parts[0]]
        for gap, part in zip(self.gaps, self.parts[1:], strict=True):
            if gap > least:
                parts.append(part)
            else:
                parts[-1] = [*parts[-1], *part]
        return parts


def down_columns(shapes: Iterable[S]) -> list[S]:
    """What stands above another in the same column comes before it; the rest keeps its order."""
    found = list(shapes)
    if len(found) > MOST:
        return found
    ordered: list[S] = []
    for shape in found:
        below = (place for place, other in enumerate(ordered) if _is_above(shape.frame, other.frame))
        ordered.insert(next(below, len(ordered)), shape)
    return ordered


def _is_above(one: Frame | None, other: Frame | None) -> bool:
    """Whether one ends about where the other begins, or earlier, and they share most of the narrower one's width."""
    if one is None or other is None or one.top + one.bottom >= 2 * other.top:
        return False
    common = min(one.right, other.right) - max(one.left, other.left)
    return 2 * common > min(one.right - one.left, other.right - other.left)
