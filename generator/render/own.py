"""A company's own Markdown page: links to records and quotes of them work in it, and words are explained."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.loading.folders.files import shown
from generator.location import Location
from generator.model.settings import Settings
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.jinja.engine import environment, folders
from generator.render.page.finish import relative, with_anchors
from generator.render.page.tooltips import tooltips
from generator.render.page.trust import edit_address, trust
from generator.render.text.neutral import before

_LINK = re.compile(r"(?P<code>```.*?```|`[^`\n]*`)|\[\[(?P<quote>=?)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]", re.DOTALL)


def own_page(text: str, path: str, book: Book) -> str:
    """`text` with `[[id]]` and `[[=id]]` resolved, code left as it is. Its HTML is the company's to answer for."""
    desk = Desk(book)

    def resolved(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        said = desk.resolve(match["id"], match["quote"] == "=")
        return relative(before(match.string[match.end() :], said) if match["quote"] else said, path)

    text = with_anchors(_LINK.sub(resolved, text), (id for id, place in book.places.items() if place == path))
    return "\n\n".join((text, _trust_line(path, book), tooltips(book)))


def own_file(path: str, settings: Settings) -> str:
    """The file of an own page, as messages name it."""
    return shown(settings.content[0] / "pages" / path, settings.root)


def replaced(file: str, title: str) -> str:
    """Told of an own page that has the address of a generated one."""
    return (
        f"{file} stands in place of the page “{title}” that is made from the playbook, so nothing shows what that one "
        "would; give the file another name if both are wanted"
    )


def same_address(file: str, path: str, title: str) -> str:
    """Said of an own page that has the address of a generated one, but not its name."""
    return (
        f"{file} has the address of the page “{title}” that is made from the playbook; rename it to `{path}` to "
        "stand in its place, or give it another name to have both"
    )


def _trust_line(path: str, book: Book) -> str:
    """What a page without records can say: the version, and where to edit and report."""
    settings = book.settings
    file = Location(own_file(path, settings))
    line = replace(trust(book, (), title=path, path=path), edit=edit_address(book, file))
    jinja = environment(folders(settings.templates), book.labels)
    return jinja.get_template("partials/own.md.j2").render(trust=line, book=book, today=book.today, view=lambda _: None)
