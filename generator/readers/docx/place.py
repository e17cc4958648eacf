"""Where a text box stands, counted from the paragraph on which it hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.readers.reading.package import local
from generator.readers.reading.tiles import Frame

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def frame_of(text_box: Element) -> Frame | None:
    """The frame of its drawing; none where it stands in the line, or is placed by words such as `centre`."""
    anchor = next((one for one in text_box.iterancestors() if local(one) in {"anchor", "p"}), None)
    if anchor is None or local(anchor) != "anchor":
        return None
    size = anchor.find("{*}extent")
    left, top = (anchor.findtext(f"{{*}}position{axis}/{{*}}posOffset") for axis in "HV")
    try:
        x, y = int(left or ""), int(top or "")
        width, height = (0, 0) if size is None else (int(size.get("cx", "")), int(size.get("cy", "")))
    except ValueError:
        return None
    return Frame(x, y, x + width, y + height)
