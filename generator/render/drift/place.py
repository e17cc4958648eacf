"""The place of a quote: in the reader's language, and where a person can open it in the forge or on the web."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.derive.drift import Where
from generator.location import Location
from generator.render.book import Book
from generator.render.jinja.labels import Labels
from generator.render.page.trust import edit_address
from generator.render.text import neutral

_NAMED = "slide master|slide|layout|page|line|paragraph|table|row|cell|text box|field|footnote|endnote|comment by"
_NUMBERED = re.compile(rf"({_NAMED}) (.+)")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")


def open_address(book: Book, where: Where) -> str:
    """Empty where no address is known. A deck is shown and not edited: a forge's editor takes text alone."""
    if "://" in where.file:
        return neutral.safe_address(where.file)
    if where.line:
        return edit_address(book, Location(where.file, where.line))
    base = book.settings.edit_base.replace("/edit/", "/blob/", 1)  # as GitHub, GitLab and Forgejo call them
    return f"{base}{quote(where.file)}" if base else ""


def in_language(labels: Labels, where: Where) -> str:
    """`deck.pptx, lysbilde 7, Title 3`: what the readers call things is put into words, names stay as they are."""
    return ", ".join((where.label, *(_in_language(labels, part) for part in where.parts)))


def _in_language(labels: Labels, part: str) -> str:
    """A part without a word of ours is a name: of a shape, a heading, a speaker."""
    if labels.find(key := f"place.alone.{_key(part)}") is not None:
        return str(labels(key))
    numbered = _NUMBERED.fullmatch(part)
    return str(labels(f"place.with-name.{_key(numbered[1])}", name=numbered[2])) if numbered else part


def _key(words: str) -> str:
    return words.replace(" ", "-") if _PLAIN.fullmatch(words) else ""
