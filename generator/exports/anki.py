"""Flash cards for Anki: the practice cards as a package that Anki imports, and updates when it is imported again."""

from __future__ import annotations

import datetime
import hashlib
import io
import itertools
import sqlite3
import zipfile
from html import escape

import genanki

from generator.areas.company import Company
from generator.derive.facts import Facts
from generator.derive.practice import Kind, PracticeCard, practice_cards

SUFFIX = ".apkg"
MODEL = 1_764_201_117
"""The number by which Anki knows our kind of card; another one would double every card on the next import."""
CSS = """\
.card { font-family: sans-serif; font-size: 1.2rem; line-height: 1.5; text-align: left }
.card { max-width: 34em; margin: 1em auto }
.asks, .more { font-size: .9rem; opacity: .75 }
"""
ASKS = {
    "en": {
        Kind.CITE: "Cite the objective",
        Kind.SAY: "Say it word for word",
        Kind.ANSWER: "The client says",
        Kind.QUIZ: "Quiz",
    },
    "nb": {
        Kind.CITE: "Gjengi målet",
        Kind.SAY: "Si det ord for ord",
        Kind.ANSWER: "Kunden sier",
        Kind.QUIZ: "Quiz",
    },
}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can name."""


def export(facts: Facts, *, language: str) -> bytes:
    """One deck with every practice card; tags name the kind, the modules that teach it and the week."""
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
    for position, card in enumerate(practice_cards(facts)):
        deck.add_note(_note(card, model, company, ASKS.get(language, ASKS["en"])[card.kind], position))
    return _package(deck, facts.today)


QUESTION = '<div class="asks">{{Asks}}</div>{{Prompt}}'
ANSWER = '{{FrontSide}}<hr id="answer">{{Answer}}'


def _note(card: PracticeCard, model: genanki.Model, company: str, asks: str, position: int) -> genanki.Note:
    options = "".join(f"<li>{escape(option)}</li>" for option in card.options)
    more = "".join(f'<p class="more">{escape(text)}</p>' for text in card.more)
    week = [f"week-{card.week:02}"] if card.week else []
    return genanki.Note(
        model=model,
        fields=[
            escape(asks),
            escape(card.prompt) + (f"<ul>{options}</ul>" if options else ""),
            escape(card.answer) + more,
        ],
        tags=[card.kind.value, *card.modules, *week],
        guid=genanki.guid_for(company, card.id),
        due=position,
    )


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
