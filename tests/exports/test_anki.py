"""The Anki package, read back as Anki reads it: a zip with a SQLite collection whose notes keep their names."""

from __future__ import annotations

import datetime
import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.derive.facts import Facts
from generator.derive.hires.cards import Ask, find_cards
from generator.exports.anki import export
from generator.exports.export import exports
from generator.loading import load
from generator.model.settings import Settings
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 23)
SETTINGS = Settings(ROOT, TODAY, (ROOT / "content",))
MESSAGES = """\
messages:
  - {{id: tagline, title: Tagline, part: tagline, text: "{text}"}}
  - {{id: untaught, title: Untaught, text: Nobody learns this.}}
"""
RAP = """\
tracks: [{id: ae-track, title: AE, role: ae}]
modules:
  - id: pitch
    title: Pitch
    day: 6
    teaches: [tagline]
    assessment:
      sort: quiz
      questions:
        - question: Is 3 < 4 & why?
          options: [{text: "2"}, {text: "4 & less", right: true}]
          answer: Four at most.
        - {question: What is the tagline?, answer: "Know early.", about: tagline, holds_while: Know early.}
"""


def facts(folder: Path, text: str = "Know early.", today: datetime.date = TODAY) -> Facts:
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "company.yml").write_text("name: Kelvaro\nroles: [{id: ae, title: AE}]\n", encoding="utf-8")
    (content / "messaging.yml").write_text(MESSAGES.format(text=text), encoding="utf-8")
    (content / "rap.yml").write_text(RAP, encoding="utf-8")
    return Facts(load(Settings(folder, today, (content,))).playbook, today)


def notes(package: bytes) -> dict[str, tuple[Any, ...]]:
    """By the name that Anki knows them by: prompt, answer, tags, time of change."""
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        assert files.testzip() is None
        assert json.loads(files.read("media")) == {}
        database = sqlite3.connect(":memory:")
        database.deserialize(files.read("collection.anki2"))
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    rows = database.execute("select guid, flds, tags, mod from notes order by id").fetchall()
    assert database.execute("select count(*) from cards where nid in (select id from notes)").fetchone() == (len(rows),)
    return {guid: (*fields.split("\x1f")[1:], tags.split(), mod) for guid, fields, tags, mod in rows}


def test_cards_are_what_modules_teach_in_safe_html(tmp_path: Path) -> None:
    found = list(notes(export(facts(tmp_path), SETTINGS)).values())
    assert [(prompt, answer, tags) for prompt, answer, tags, _ in found] == [
        ("Tagline", "Know early.", ["say", "pitch", "week-02"]),
        (
            "Is 3 &lt; 4 &amp; why?<ul><li>2</li><li>4 &amp; less</li></ul>",
            '4 &amp; less<p class="more">Four at most.</p>',
            ["question", "pitch", "week-02"],
        ),
        ("What is the tagline?", "Know early.", ["question", "pitch", "week-02"]),
    ]


def test_an_edit_changes_the_card_and_keeps_its_name(tmp_path: Path) -> None:
    before = notes(export(facts(tmp_path), SETTINGS))
    later = TODAY + datetime.timedelta(days=2)
    after = notes(export(facts(tmp_path, "Know within minutes.", later), SETTINGS))
    (say,) = (name for name, (_, _, tags, _) in before.items() if tags[0] == "say")
    assert after[say][1] == "Know within minutes."
    assert after[say][3] > before[say][3], "a later day, so that Anki takes the new text"
    assert set(before) - set(after) == {name for name, note in before.items() if note[0] == "What is the tagline?"}


def test_the_same_playbook_makes_the_same_bytes(tmp_path: Path) -> None:
    assert export(facts(tmp_path), SETTINGS) == export(facts(tmp_path), SETTINGS)


def test_the_example_has_every_kind_and_no_card_twice() -> None:
    playbook = load(SETTINGS).playbook
    known = Facts(playbook, TODAY)
    cards = find_cards(known)
    made = notes(export(known, replace(SETTINGS, language="nb")))
    assert {card.ask for card in cards} == set(Ask)
    assert len({card.id for card in cards}) == len(cards) == len(made)
    assert all(answer and "[[" not in prompt + answer for prompt, answer, _, _ in made.values())


@pytest.mark.parametrize("name", exports())
def test_every_export_makes_the_same_bytes_twice(name: str, tmp_path: Path) -> None:
    one = exports()[name]
    assert one.SUFFIX.startswith(".")
    assert one.export(facts(tmp_path), SETTINGS) == one.export(facts(tmp_path), SETTINGS)
