"""A company's own Markdown page: links to records and quotes of them work in it, and words are explained."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.location import Location
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.engine import environment, folders
from generator.render.finish import relative
from generator.render.tooltips import tooltips
from generator.render.trust import edit_address, trust

_LINK = re.compile(r"(?P<code>```.*?```|`[^`\n]*`)|\[\[(?P<quote>=?)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]", re.DOTALL)


def own_page(text: str, path: str, book: Book) -> str:
    """`text` with `[[id]]` and `[[=id]]` resolved, code left as it is. Its HTML is the company's to answer for."""
    desk = Desk(book)

    def resolved(match: re.Match[str]) -> str:
        return match[0] if match["code"] else relative(desk.resolve(match["id"], match["quote"] == "="), path)

    return "\n\n".join((_LINK.sub(resolved, text), _trust_line(path, book), tooltips(book)))


def _trust_line(path: str, book: Book) -> str:
    """What a page without records can say: the version, and where to edit and report."""
    settings = book.settings
    file = Location((settings.content[0] / "pages" / path).as_posix())
    if settings.content[0].is_relative_to(settings.root):
        file = Location((settings.content[0].relative_to(settings.root) / "pages" / path).as_posix())
    line = replace(trust(book, (), title=path, path=path), edit=edit_address(book, file))
    jinja = environment(folders(settings.templates), book.labels)
    return jinja.get_template("partials/own.md.j2").render(trust=line, book=book, today=book.today, view=lambda _: None)
