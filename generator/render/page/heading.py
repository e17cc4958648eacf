"""The heading of a field, by the id of the record that has it."""

from __future__ import annotations

from generator.model.record import Entry
from generator.render.book import Book


def heading(book: Book, id: str, field: str) -> str:
    """Of a field of a record, or of an area under its key; what is gone has the words of its name."""
    part = book.playbook.entries.get(id) or book.playbook.areas.get(id)
    return book.labels.field(type(part) if part else Entry, field)
