"""Start here: the home page, who we are, whom to ask."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from generator.areas.company import Company, Person
from generator.areas.differentiation import Objection
from generator.areas.ideal_client import IdealClient, IdealClients
from generator.areas.messaging import Message, Messaging
from generator.model.record import Entry, Record
from generator.model.words import Audience
from generator.render.book import Book
from generator.render.page.leaf import Leaf
from generator.render.sections.changes import changes, visited

ORDER = 10


def pages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    yield Leaf("index.md", str(t("page.home.title")), "home", gathers=HOME, front=True, boost=0.8, given=_home(book))
    people = book.of(Person)
    if people:
        yield Leaf(
            "start/people.md",
            str(t("page.people.title")),
            "people",
            homes=people,
            boost=0.8,
            given={"people": people, "keeps": _keeps(book)},
        )
    rest = [entry for entry in book.inside(Company.KEY) if not isinstance(entry, Person)]
    yield Leaf(
        "start/company.md",
        str(t("page.company.title")),
        "company",
        homes=rest,
        area=Company.KEY,
        given={"area": book.company},
        boost=2.5,
    )


HOME = (Messaging.KEY, IdealClients.KEY)
"""The areas whose sentences the home page shows."""
DOORS = (
    ("new", "onboarding/index.md"),
    ("call", "sell-to/index.md"),
    ("said", "say/objections.md"),
    ("message", "say/index.md"),
    ("lead", "tune-up/index.md"),
    ("edit", "editing/index.md"),
)
"""What people come for, and the page that has it."""
LATELY = datetime.timedelta(days=90)
"""How long a change stays on the home page."""
MOST = 5


def _home(book: Book) -> dict[str, object]:
    said = [objection.they_say.rstrip(" .") for objection in book.current(Objection)[:3]]
    lately = [change for change in changes(book) if book.today - change.on <= LATELY]
    return {
        "doors": [door for door in DOORS if door[0] != "lead" or book.settings.audience is not Audience.PUBLIC],
        "said": said,
        "heart": _by_heart(book),
        "changes": lately[:MOST],
        "visited": visited(book),
    }


def _by_heart(book: Book) -> list[tuple[str, str, Entry]]:
    """The sentences that everybody can cite: heading, words, where they stand."""
    t = book.labels
    found: list[tuple[str, str, Entry]] = []
    for part in ("tagline", "one-liner"):
        found += [
            (str(t(f"page.messages.{part}")), f"[[={one.id}]]", one)
            for one in book.current(Message)
            if one.part == part
        ][:1]
    found += [(str(t.area("ideal-client")), f"[[={one.id}]]", one) for one in book.current(IdealClient) if one.summary][
        :1
    ]
    return found


def _keeps(book: Book) -> dict[str, Counter[str]]:
    """How many current records of each area each person owns."""
    kept: dict[str, Counter[str]] = {person.id: Counter() for person in book.of(Person)}
    for record in book.current(Record):
        if record.owner in kept:
            kept[record.owner][book.playbook.home(record)] += 1
    return kept
