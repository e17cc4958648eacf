"""The sections of the site, by the reader's job: add a file here and the section exists."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol, cast

from generator.areas import discover as areas
from generator.model.record import Entry
from generator.render.book import Book
from generator.render.page.leaf import Leaf


class Section(Protocol):
    """One file of this folder. Its name is the key of its label; `ORDER` its place in the navigation."""

    ORDER: int

    def pages(self, book: Book) -> Iterable[Leaf]: ...


@cache
def discover() -> Mapping[str, Callable[[Book], Iterable[Leaf]]]:
    """Every section's pages by the section's key, in the order of the navigation."""
    found = [
        (module.name, cast(Section, importlib.import_module(f"{__name__}.{module.name}")))
        for module in pkgutil.iter_modules(__path__)
    ]
    ordered = sorted(found, key=lambda item: (item[1].ORDER, item[0]))
    return {name.replace("_", "-"): section.pages for name, section in ordered}


def homeless(book: Book, leaves: Sequence[Leaf]) -> list[Leaf]:
    """A page for each area that no section shows: for areas that a company has added."""
    at_home = {entry.id for leaf in leaves for entry in leaf.homes}
    shown = {leaf.area for leaf in leaves}
    made = []
    for key in areas():
        lost = [entry for entry in book.inside(key) if entry.id not in at_home]
        if key in shown and lost:
            made.append(_page(book, key, "rest", lost))
        elif key not in shown and key in book.playbook.areas:
            made.append(_page(book, key, key, lost))
    return made


def _page(book: Book, key: str, template: str, lost: Sequence[Entry]) -> Leaf:
    given = {"area": book.playbook.areas.get(key), "records": lost}
    return Leaf(f"more/{key}.md", str(book.labels.area(key)), template, homes=lost, area=key, given=given)
