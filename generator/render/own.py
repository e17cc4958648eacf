"""A company's own Markdown page: links to records and quotes of them work in it, and words are explained."""

from __future__ import annotations

import re

from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.finish import relative
from generator.render.tooltips import tooltips

_LINK = re.compile(r"(?P<code>```.*?```|`[^`\n]*`)|\[\[(?P<quote>=?)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]", re.DOTALL)


def own_page(text: str, path: str, book: Book) -> str:
    """`text` with `[[id]]` and `[[=id]]` resolved, code left as it is. Its HTML is the company's to answer for."""
    desk = Desk(book)

    def resolved(match: re.Match[str]) -> str:
        return match[0] if match["code"] else relative(desk.resolve(match["id"], match["quote"] == "="), path)

    return _LINK.sub(resolved, text) + tooltips(book)
