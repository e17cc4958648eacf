"""Flash cards for Anki: a package whose cards Anki updates in place when a later one is imported."""

from __future__ import annotations

import datetime
import hashlib
import io
import itertools
import sqlite3
import zipfile
from collections.abc import Mapping
from html import escape

import genanki

from generator.areas.company import Company
from generator.derive.facts import Facts
from generator.derive.hires.cards import Card, find_cards
from generator.derive.messages import plain
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.render.jinja.engine import folders
from generator.render.jinja.labels import read_labels

SUFFIX = ".apkg"
MODEL = 1_764_201_117
"""The number by which Anki knows our kind of card; another one would double every card on the next import."""
CSS = """\
.card { font-family: sans-serif; font-size: 1.2rem; line-height: 1.5; text-align: left }
.card { max-width: 34em; margin: 1em auto }
.asks, .more { font-size: .9rem; opacity: .75 }
"""
LAST = 1_000
"""Stands for the week of what no module teaches."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can name."""


def export(facts: Facts, settings: Settings) -> bytes:
    """One deck, what is taught first in front; tags name the kind of question, the modules that teach it, the week."""
    company = facts.playbook.area(Company).name.strip()
    deck = genanki.Deck(_number(company), f"{company}: playbook")
    model = genanki.Model(
        MODEL,
        "Tuneup",
        fields=[{"name": "Asks"}, {"name": "Prompt"}, {"name": "Answer"}],
        templates=[{"name": "Card", "qfmt": QUESTION, "afmt": ANSWER}],
        css=CSS,
        sort_field_index=1,
    )
    weeks = _weeks(facts)
    labels = read_labels(folders(settings.templates), settings.language)
    cards = sorted(find_cards(facts), key=lambda card: _first(card, weeks) or LAST)
    for position, card in enumerate(cards):
        fields = _fields(card, labels.plain(f"anki.{card.ask}"), facts.playbook)
        week = _first(card, weeks)
        tags = [card.ask.value, *card.modules, *([f"week-{week:02}"] if week else [])]
        guid = genanki.guid_for(company, card.id)
        deck.add_note(genanki.Note(model=model, fields=fields, tags=tags, guid=guid, due=position))
    return _package(deck, facts.today)


QUESTION = '<div class="asks">{{Asks}}</div>{{Prompt}}'
ANSWER = '{{FrontSide}}<hr id="answer">{{Answer}}'


def _fields(card: Card, asks: str, playbook: Playbook) -> list[str]:
    """Plain words in HTML, since Anki knows no Markdown."""

    def words(text: str) -> str:
        return escape(plain(text, playbook))

    def listed(texts: tuple[str, ...]) -> str:
        return "<ul>" + "".join(f"<li>{words(text)}</li>" for text in texts) + "</ul>" if texts else ""

    answer = words(card.answer[0]) if len(card.answer) == 1 else listed(card.answer)
    more = "".join(f'<p class="more">{words(text)}</p>' for text in card.more)
    return [escape(asks), words(card.about) + listed(card.options), answer + more]


def _weeks(facts: Facts) -> dict[str, int]:
    """The first week of any track in which each module lies."""
    found: dict[str, int] = {}
    for plan in facts.plans.values():
        for placement in plan.placements:
            found[placement.module] = min(placement.week, found.get(placement.module, placement.week))
    return found


def _first(card: Card, weeks: Mapping[str, int]) -> int:
    """The week in which the first module teaches it; 0 where none does."""
    return min((weeks[module] for module in card.modules if module in weeks), default=0)


def _package(deck: genanki.Deck, today: datetime.date) -> bytes:
    """The package's file. Cards bear the day, so that a later package updates them; nothing else asks the clock."""
    made = datetime.datetime.combine(today, datetime.time(), datetime.UTC).timestamp()
    database = sqlite3.connect(":memory:")
    genanki.Package(deck).write_to_db(database.cursor(), made, itertools.count(int(made * 1000)))
    database.commit()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("collection.anki2", EPOCH), database.serialize())
        package.writestr(zipfile.ZipInfo("media", EPOCH), "{}")
    database.close()
    return stream.getvalue()


def _number(company: str) -> int:
    """A deck's number, the same for the same company: 31 bits, as Anki wants."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(company.encode()).digest()[:3], "big")
