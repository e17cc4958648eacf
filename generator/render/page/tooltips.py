"""The glossary's words as abbreviations, so that every page explains them on hover, focus and tap."""

from __future__ import annotations

from html import escape

from generator.areas.glossary import Term
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.text.prose import plain

LONGEST = 240
"""Characters of a definition that a tooltip can show."""


def tooltips(book: Book) -> str:
    """One line a word, to be put below every page. A word that Markdown could misread is left out."""
    desk = Desk(book)
    lines = []
    for term in book.current(Term):
        meaning = escape(_short(" ".join(plain(desk.prose(term.definition)).split())), quote=False)
        for word in (term.title, *term.also):
            said = plain(desk.prose(word)).strip()
            if said and not set(said) & set("[]*_`\\<>{}&"):
                lines.append(f"*[{said}]: {meaning}")
    return "\n\n" + "\n".join(lines) if lines else ""


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0] + " …"
