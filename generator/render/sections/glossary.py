"""Glossary: the words of the trade, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.glossary import Glossary, Term
from generator.render.book import Book
from generator.render.page.leaf import Leaf

ORDER = 90


def pages(book: Book) -> Iterator[Leaf]:
    terms = sorted(book.current(Term), key=lambda term: term.title.casefold())
    letters: dict[str, list[Term]] = {}
    for term in terms:
        letters.setdefault(term.title[0].upper(), []).append(term)
    yield Leaf(
        "glossary.md",
        str(book.labels("page.glossary.title")),
        "glossary",
        homes=book.of(Term),
        area=Glossary.KEY,
        given={"letters": letters, "past": book.past(Term)},
        boost=2.5,
    )
