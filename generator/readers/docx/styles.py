"""Which paragraph styles are headings, whatever the document's language calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.readers.reading.package import Package, attribute

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
MOST_BASES = 20
"""Styles rest on styles; Word allows eleven."""


def heading_levels(package: Package, main: str) -> dict[str, int]:
    """Level by style id: 1 to 9 for headings, 0 for the title."""
    parts = package.related(main, "styles")
    root = package.xml(parts[0]) if parts else None
    styles = {} if root is None else {attribute(one, "styleId"): one for one in root.iterfind("{*}style")}
    found = {key: _level(key, styles) for key in styles}
    return {key: level for key, level in found.items() if level is not None}


def level_of(paragraph: Element, levels: dict[str, int]) -> int | None:
    """A paragraph's level as a heading, None for ordinary text."""
    own = paragraph.find("{*}pPr/{*}outlineLvl")
    if own is not None and levels:
        return _outline(own)
    style = paragraph.find("{*}pPr/{*}pStyle")
    return None if style is None else levels.get(attribute(style, "val"))


def _level(key: str, styles: dict[str, Element]) -> int | None:
    for _ in range(MOST_BASES):
        style = styles.get(key)
        if style is None:
            return None
        name = style.find("{*}name")
        called = "" if name is None else attribute(name, "val").lower()
        if called == "title":
            return 0
        if heading := _HEADING.match(called):
            return int(heading[1])
        if (outline := style.find("{*}pPr/{*}outlineLvl")) is not None:
            return _outline(outline)
        base = style.find("{*}basedOn")
        key = "" if base is None else attribute(base, "val")
    return None


def _outline(element: Element) -> int | None:
    value = attribute(element, "val")
    return int(value) + 1 if value in set("012345678") else None
