"""The pages that show the whole: line of sight, what rests on what, where references vouch, what to know by heart."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from markupsafe import Markup

from generator.areas.company import Circumstance, Product, Segment
from generator.areas.ideal_client import IdealClients
from generator.areas.messaging import Messaging
from generator.areas.objectives import Objectives
from generator.areas.references import References
from generator.derive.coverage import find_coverage
from generator.derive.facts import Facts
from generator.derive.ground import find_ground
from generator.derive.sight import COLUMNS, find_sight
from generator.derive.state.lamps import State as LampState
from generator.derive.state.reviews import State
from generator.render.book import Book
from generator.render.page.leaf import Leaf
from generator.render.whole.ground import draw

MAP = "tune-up/map.md"
FIRST = 8
"""How many records the map lists above the drawing, which is what the page is for."""
BY_HEART = (Objectives.KEY, IdealClients.KEY, Messaging.KEY)
NEXT = 10
"""How many places the page proposes to recruit for; more would be no priority."""


def foundation(book: Book) -> Iterator[Leaf]:
    """For the book's audience: what lies above it is in none of these."""
    yield _sight(book, book.facts)
    yield _map(book, book.facts)
    yield _coverage(book, book.facts)
    cards = [card for card in book.cards if card.by_heart]
    yield Leaf(
        "tune-up/by-heart.md",
        str(book.labels("page.by-heart.title")),
        "tune-up-by-heart",
        gathers=BY_HEART,
        given={"cards": cards},
    )


def _sight(book: Book, facts: Facts) -> Leaf:
    unwritten = _unwritten(book)
    written = {id for id, entry in book.shown.items() if book.playbook.home(entry) not in unwritten}
    lines = [
        {
            "objective": line.objective,
            "cells": {key: [id for id in ids if id in written] for key, ids in line.cells.items()},
        }
        for line in find_sight(facts)
        if line.objective.id in written
    ]
    gaps = sum(not ids for line in lines for ids in line["cells"].values())  # type: ignore[attr-defined]
    title = str(book.labels("page.sight.title"))
    given = {"lines": lines, "columns": list(COLUMNS), "gaps": gaps}
    return Leaf(
        "tune-up/sight.md", title, "tune-up-sight", gathers=(Objectives.KEY,), given=given, wide=True, boost=0.5
    )


def _unwritten(book: Book) -> set[str]:
    """The areas in which nothing stands yet but what a new playbook begins with."""
    return {lamp.area for lamp in book.lamps if lamp.state is LampState.MISSING}


def _map(book: Book, facts: Facts) -> Leaf:
    t = book.labels
    lit = {id: one for id, one in book.standings.items() if one.state in (State.SUSPECT, State.AFFECTED)}
    ground = find_ground(facts)
    shown = {stone.id for stone in ground.stones if stone.id in book.shown}

    def drawing() -> Markup:
        """Drawn when the page is written, since only then every record has its place."""
        svg = draw(
            ground,
            title=str(t("page.map.title")),
            address=lambda id: _address(book, id) if id in shown else "",
            area=lambda key: str(t.area(key)),
            states={id: str(t(f"state.{one.state.value}")) for id, one in lit.items()},
            moved={(id, up) for id, one in lit.items() if one.state is State.SUSPECT for up in one.moved},
        )
        return Markup(svg)

    waiting = sorted((id for id in lit if id in shown), key=lambda id: (lit[id].state is State.AFFECTED, id))
    unseen = sum(book.standings[id].state is State.UNREVIEWED for id in shown)
    written = {stone.id for stone in ground.stones if stone.area not in _unwritten(book)}
    count = len(ground.stones) if written else 0
    given = {"drawing": drawing, "count": count, "waiting": waiting, "unseen": unseen, "first": FIRST}
    return Leaf(MAP, str(t("page.map.title")), "tune-up-map", given=given, wide=True, boost=0.3)


def _address(book: Book, id: str) -> str:
    """From the map's page, which is a folder on the site, to the page of a record."""
    page = book.places[id].removesuffix(".md").removesuffix("index").rstrip("/")
    way = posixpath.relpath(page or ".", MAP.removesuffix(".md"))
    return f"{way}/#{id}"


def _coverage(book: Book, facts: Facts) -> Leaf:
    coverage = find_coverage(facts)
    segments = book.of(Segment)
    rows = [
        (product, circumstance, [coverage.at(product.id, circumstance.id, one.id) for one in segments])
        for product in book.of(Product)
        for circumstance in book.of(Circumstance)
        if circumstance.target
    ]
    empty = [cell for cell in coverage.cells if not cell.references]
    given = {
        "rows": rows,
        "segments": segments,
        "recruit": coverage.recruit[:NEXT],
        "empty": len(empty),
        "elsewhere": any(cell.other for cell in empty),
        "all": 0 if References.KEY in _unwritten(book) else len(coverage.cells),
    }
    title = str(book.labels("page.coverage.title"))
    return Leaf(
        "tune-up/coverage.md", title, "tune-up-coverage", gathers=(References.KEY,), given=given, wide=True, boost=0.5
    )
