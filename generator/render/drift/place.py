"""Where a person can open the place of a quote: its line in the forge, its file there, its page on the web."""

from __future__ import annotations

from urllib.parse import quote

from generator.derive.drift import Where
from generator.location import Location
from generator.render import neutral
from generator.render.book import Book
from generator.render.trust import edit_address


def open_address(book: Book, where: Where) -> str:
    """Empty where no address is known. A deck is shown and not edited: a forge's editor takes text alone."""
    if "://" in where.file:
        return neutral.safe_address(where.file)
    if where.line:
        return edit_address(book, Location(where.file, where.line))
    base = book.settings.edit_base.replace("/edit/", "/blob/", 1)  # as GitHub, GitLab and Forgejo call them
    return f"{base}{quote(where.file)}" if base else ""
