"""What we say: the message house, what not to say any more, why us, objections, competitors, and where we say it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Competitor, Differentiation, Differentiator, Objection
from generator.areas.messaging import Campaign, Message, Messaging, RetiredMessage, Wording
from generator.areas.sources import Source, Sources
from generator.render.book import Book
from generator.render.leaf import Leaf

ORDER = 30


def pages(book: Book) -> Iterator[Leaf]:
    yield from _messages(book)
    yield from _differences(book)
    sources = book.of(Source)
    yield Leaf(
        "say/where-we-say-it.md",
        str(book.labels("page.sources.title")),
        "sources",
        homes=sources,
        area=Sources.KEY,
        given={"sources": book.current(Source)},
        wide=True,
        boost=0.8,
    )


def _messages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    current = book.current(Message)
    outdated = [campaign for campaign in book.of(Campaign) if campaign.ends < book.today]
    over = {campaign.id for campaign in outdated}
    house = [message for message in current if message.campaign not in over]
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
    gone = [message for message in book.of(Message) if message not in house]
    retired, wordings = book.of(RetiredMessage), book.of(Wording)
    yield Leaf(
        "say/say-this-not-that.md",
        str(t("page.say-this.title")),
        "say-this",
        homes=[*gone, *outdated, *retired, *wordings],
        given={
            "house": house,
            "gone": gone,
            "outdated": outdated,
            "retired": retired,
            "wordings": wordings,
            "rows": _given_up(book, house),
        },
        boost=1.5,
    )


def _given_up(book: Book, house: list[Message]) -> list[dict[str, object]]:
    """Every wording that is not said any more beside the one that is, newest first."""
    rows: list[dict[str, object]] = [
        {"was": old.text, "now": message.text, "since": old.since, "because": old.because, "id": ""}
        for message in house
        for old in message.retired
    ]
    for retired in book.of(RetiredMessage):
        now = f"[[={retired.replaced_by}]]" if retired.replaced_by else ""
        rows.append(
            {"was": retired.text, "now": now, "since": retired.since, "because": retired.because, "id": retired.id}
        )
    return sorted(rows, key=lambda row: str(row["since"] or ""), reverse=True)


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
