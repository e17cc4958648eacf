"""What in the playbook points to a record: the start of its line of sight."""

from __future__ import annotations

from generator.areas import discover
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.view import View


def users_by_area(book: Book, id: str, desk: Desk) -> dict[str, list[View]]:
    """The current entries that point to `id`, by the key of their area, in the order of the areas."""
    found: dict[str, list[View]] = {}
    for user, _ in book.used_by.get(id, ()):
        entry = book.shown[user]
        view = desk.view_of(entry)
        if not book.is_past(entry) and view not in found.setdefault(book.playbook.home(entry), []):
            found[book.playbook.home(entry)].append(view)
    return {key: found[key] for key in discover() if found.get(key)}
