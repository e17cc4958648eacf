"""What the page of an area shows where the area has no template of its own."""

from __future__ import annotations

from typing import Any

from generator.model.area import Area
from generator.model.described import said_of
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.page.leaf import Leaf


def generic(leaf: Leaf, book: Book, desk: Desk) -> dict[str, Any]:
    """The area that the page belongs to, what the area is, and the records that are kept for history."""
    area = area_of(leaf, book)
    return {
        "about": said_of(type(area)) if area is not None else "",
        "area": desk.part(area) if area is not None else None,
        "kept": desk.views(entry for entry in leaf.homes if book.is_past(entry)),
    }


def area_of(leaf: Leaf, book: Book) -> Area | None:
    """The area named by the leaf, else that of its first record."""
    keys = [leaf.area] if leaf.area else [book.playbook.home(entry) for entry in leaf.homes]
    return book.playbook.areas.get(keys[0]) if keys else None
