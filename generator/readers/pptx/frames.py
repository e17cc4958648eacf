"""Where the shapes of a slide stand, also those inside of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.readers.reading.package import local
from generator.readers.reading.tiles import Frame

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


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
