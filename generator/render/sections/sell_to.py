"""Who we sell to: the ideal client with its qualifier, and the reference clients with their finder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.areas.company import Circumstance, Product
from generator.areas.differentiation import Competitor
from generator.areas.ideal_client import IdealClient, IdealClients
from generator.areas.references import Reference, References
from generator.model.record import Entry
from generator.render.book import Book
from generator.render.jinja.filters import slug
from generator.render.page.leaf import Leaf
from generator.render.whole.availability import availability

ORDER = 40


def pages(book: Book) -> Iterator[Leaf]:
    yield from _clients(book)
    yield from _references(book)


def _clients(book: Book) -> Iterator[Leaf]:
    profiles = book.current(IdealClient)
    title = str(book.labels("page.ideal-client.title"))
    past = book.past(IdealClient)
    given = {"area": book.area(IdealClients), "profiles": profiles, "past": past}
    yield Leaf(
        "sell-to/index.md",
        title,
        "ideal-clients",
        homes=book.whole(past),
        area=IdealClients.KEY,
        given=given,
        boost=1.5,
    )
    for profile in profiles:
        yield Leaf(
            f"sell-to/{profile.id}.md",
            profile.title,
            "ideal-client",
            homes=book.whole([profile]),
            subject=profile,
            given={"tiers": _tiers(profile)},
            boost=1.5,
        )


def _tiers(profile: IdealClient) -> str:
    """The tiers as the qualifier's script reads them."""
    tiers = [
        {"name": tier.name, "from": tier.points_from, "to": tier.points_to, "then": tier.then or ""}
        for tier in profile.tiers
    ]
    return json.dumps(tiers, ensure_ascii=False)


def _references(book: Book) -> Iterator[Leaf]:
    t = book.labels
    current = book.current(Reference)
    free = {reference.id: availability(reference, book.today) for reference in book.of(Reference)}
    yield Leaf(
        "sell-to/references.md",
        str(t("page.references.title")),
        "references",
        area=References.KEY,
        given={
            "current": sorted(current, key=lambda one: (free[one.id].rank, free[one.id].uses, one.id)),
            "past": book.past(Reference),
            "free": free,
            "products": book.of(Product),
            "circumstances": book.of(Circumstance),
            "coverage": _coverage(book, current),
            "picks": _picks(book, current),
        },
        wide=True,
        boost=2.5,
    )
    for reference in book.of(Reference):
        yield Leaf(
            f"sell-to/references/{reference.id}.md",
            reference.title,
            "reference",
            homes=book.whole([reference]),
            subject=reference,
            group=str(t("group.references")),
            given={"free": free[reference.id]},
            boost=2.0,
        )


def _coverage(book: Book, current: Sequence[Reference]) -> dict[str, dict[str, list[Reference]]]:
    """Product by circumstance, who vouches for it; a reference that names none vouches for all."""
    return {
        product.id: {
            circumstance.id: [
                one
                for one in current
                if product.id in (one.products or [product.id])
                and circumstance.id in (one.circumstances or [circumstance.id])
            ]
            for circumstance in book.of(Circumstance)
        }
        for product in book.of(Product)
    }


def _picks(book: Book, current: Sequence[Reference]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What the finder lets a reader choose from: the field, its label's key, values with their words."""
    industries = sorted({one.industry for one in current if one.industry})
    beaten = {id for one in current for id in one.beaten}
    return [
        ("product", "product", _named(book.of(Product))),
        ("circumstance", "circumstance", _named(book.of(Circumstance))),
        ("industry", "industry", [(slug(industry), industry) for industry in industries]),
        ("competitor", "competitor", _named([one for one in book.of(Competitor) if one.id in beaten])),
    ]


def _named(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    return [(entry.id, entry.label) for entry in entries]
