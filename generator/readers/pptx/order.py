"""Brings the shapes of a slide into reading order: files have them in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from generator.readers.reading.package import local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST = 200
"""Shapes to bring into order; a drawing of more has no order to read it in."""


class Frame(NamedTuple):
    """Where a shape stands on its slide, or in its group."""

    left: int
    top: int
    right: int
    bottom: int


class Framed(Protocol):
    """What has a place, unless it takes that of its layout."""

    @property
    def frame(self) -> Frame | None: ...


S = TypeVar("S", bound=Framed)


def frame_of(element: Element) -> Frame | None:
    """The frame as the file has it; none where the layout decides."""
    properties = "{*}grpSpPr" if local(element) == "grpSp" else "{*}spPr"
    found = element.find(f"{properties}/{{*}}xfrm") if local(element) != "graphicFrame" else element.find("{*}xfrm")
    offset, size = (None, None) if found is None else (found.find("{*}off"), found.find("{*}ext"))
    if offset is None or size is None:
        return None
    try:
        left, top = int(offset.get("x", "")), int(offset.get("y", ""))
        return Frame(left, top, left + int(size.get("cx", "")), top + int(size.get("cy", "")))
    except ValueError:
        return None


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
