"""What we say: the message house, what not to say any more, why us, objections, competitors, and where we say it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.differentiation import Competitor, Differentiation, Differentiator, Objection
from generator.areas.messaging import Campaign, Message, Messaging, RetiredMessage, Wording
from generator.areas.sources import Source, Sources
from generator.render.book import Book
from generator.render.drift.item import find_items
from generator.render.drift.leaves import drift_page
from generator.render.drift.table import standing_of
from generator.render.page.leaf import Leaf
from generator.render.whole.given_up import given_up, words

ORDER = 30


def pages(book: Book) -> Iterator[Leaf]:
    yield from _messages(book)
    yield from _differences(book)
    sources, items = book.current(Source), find_items(book)
    yield Leaf(
        "say/where-we-say-it.md",
        str(book.labels("page.sources.title")),
        "sources",
        homes=book.of(Source),
        area=Sources.KEY,
        given={
            "sources": sources,
            "today_by_id": {id: standing_of(book.drift, items, id) for id in book.drift.sources},
            "captured": book.drift.captured,
            "drift": drift_page(book),
            "calls": bool(book.drift.speech),
        },
        wide=True,
        boost=0.8,
    )


def _messages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    outdated = [campaign for campaign in book.of(Campaign) if campaign.ends < book.today]
    over = {campaign.id for campaign in outdated}
    soon = [one for one in book.current(Message) if one.effective and one.effective > book.today]
    house = [one for one in book.current(Message) if one not in soon and _holds(one, over, book.today)]
    given = {
        "area": book.area(Messaging),
        "parts": {part: [message for message in house if message.part == part] for part in _parts()},
        "under": {pillar.id: [message for message in house if message.pillar == pillar.id] for pillar in house},
        "campaigns": [campaign for campaign in book.current(Campaign) if campaign.id not in over],
    }
    homes = [*house, *(campaign for campaign in book.of(Campaign) if campaign.id not in over)]
    yield Leaf(
        "say/index.md",
        str(t("page.messages.title")),
        "messages",
        homes=homes,
        area=Messaging.KEY,
        given=given,
        boost=2.0,
    )
    gone = [message for message in book.of(Message) if message not in house and message not in soon]
    items = find_items(book)
    rows = given_up(book, items)
    past = [row for row in rows if row.since is None or row.since <= book.today]
    yield Leaf(
        "say/say-this-not-that.md",
        str(t("page.say-this.title")),
        "say-this",
        homes=[*gone, *soon, *outdated, *book.of(RetiredMessage), *book.of(Wording)],
        given={
            "gone": gone,
            "soon": soon,
            "outdated": outdated,
            "words": words(book, items),
            "rows": past,
            "leaving": [row for row in rows if row not in past],
            "drift": drift_page(book),
        },
        boost=1.5,
    )


def _holds(message: Message, over: set[str], today: datetime.date) -> bool:
    """Neither its own days nor those of its campaign have passed."""
    return message.campaign not in over and (message.expires is None or message.expires >= today)


def _parts() -> tuple[str, ...]:
    return ("category", "tagline", "one-liner", "value-proposition", "pillar", "proof-point", "boilerplate", "line")


def _differences(book: Book) -> Iterator[Leaf]:
    t = book.labels
    competitors, objections = book.current(Competitor), book.current(Objection)
    yield Leaf(
        "say/why-us.md",
        str(t("page.differentiation.title")),
        "differentiation",
        homes=book.of(Differentiator),
        area=Differentiation.KEY,
        given={
            "area": book.area(Differentiation),
            "current": book.current(Differentiator),
            "past": book.past(Differentiator),
            "competitors": competitors,
        },
        boost=2.0,
    )
    yield Leaf(
        "say/objections.md",
        str(t("page.objections.title")),
        "objections",
        homes=book.of(Objection),
        given={"current": objections, "past": book.past(Objection)},
        boost=3.0,
    )
    for competitor in [*competitors, *book.past(Competitor)]:
        yield Leaf(
            f"say/competitors/{competitor.id}.md",
            competitor.title,
            "competitor",
            homes=book.whole([competitor]),
            subject=competitor,
            group=str(t("group.competitors")),
            given={
                "differences": [one for one in book.current(Differentiator) if competitor.id in one.against],
                "objections": [one for one in objections if competitor.id in one.competitors],
            },
            boost=2.0,
        )
