"""An abbreviation is used in many records, and the glossary does not explain it.

Everybody who has been here for a year knows what it stands for; the person whom the playbook is for does not, and
seldom asks. Write it out, or explain it in glossary.yml: its explanation then appears wherever it is used.

at_least: 3 records; once or twice it is usually explained where it stands.
known: abbreviations that everybody knows, with blanks between them; currencies and units are among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.company import Product
from generator.areas.glossary import Term
from generator.areas.messaging import Wording
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.shape import texts
from generator.model.words import Status

LEVEL = Level.NOTE
ABBREVIATION = re.compile(r"(?<![\w`.@/-])[A-Z]{2,5}(?=s?(?![\w`@/-]))")


def check(
    facts: Facts,
    *,
    at_least: int = 3,
    known: str = "AS AG AB SE PLC LTD CEO CFO EU UK US USA EUR USD GBP NOK SEK DKK CHF IT HR PDF CRM CSV URL OK",
) -> Iterator[Complaint]:
    explained = {*known.split(), *_explained(facts)}
    used: dict[str, list[tuple[Record, tuple[str | int, ...]]]] = {}
    for record in facts.playbook.records():
        if record.status is not Status.RETIRED and len(facts.playbook.homes[record.id][1]) == 2:
            for word, path in _abbreviations(record).items():
                used.setdefault(word, []).append((record, path))
    for word, places in used.items():
        if word not in explained and len(places) >= at_least:
            yield _complaint(word, places)


def _explained(facts: Facts) -> Iterator[str]:
    """Every word of what the glossary, the messaging and the products name."""
    for term in facts.playbook.of(Term):
        yield from (word for text in (term.title, *term.also) for word in re.findall(r"\w+", text))
    for wording in facts.playbook.of(Wording):
        yield from re.findall(r"\w+", wording.use)
    for product in facts.playbook.of(Product):
        yield from (word for text in (product.title, *product.features) for word in re.findall(r"\w+", text))


def _abbreviations(record: Record) -> dict[str, tuple[str | int, ...]]:
    found: dict[str, tuple[str | int, ...]] = {}
    for path, _, text in texts(record):
        for word in ABBREVIATION.findall(text):
            found.setdefault(word, path)
    return found


def _complaint(word: str, places: list[tuple[Record, tuple[str | int, ...]]]) -> Complaint:
    record, path = places[0]
    return Complaint(
        record.at(*path),
        f"`{word}` stands in {len(places)} records, and the glossary does not explain it",
        help=f"add a term `{word}` to glossary.yml, or write it out",
        label="not explained",
        notes=(f"it stands in {', '.join(one.id for one, _ in places[:5])}",),
        record=record.id,
        match=word,
    )
