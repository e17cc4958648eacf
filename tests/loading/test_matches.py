"""What was compared once is not compared again, and nobody can tell from what comes out."""

from __future__ import annotations

import datetime
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generator.build import look
from generator.derive.drift import Drift
from generator.drift.match import Matcher
from generator.loading.kept import matches
from generator.model.settings import Settings
from tests.conftest import ROOT
from tests.readers.materials import deck, slide, text_box

TODAY = datetime.date(2026, 11, 23)
MESSAGING = """\
owner: ingrid
campaigns: [{id: summer, title: Summer, starts: 2026-12-01, ends: 2027-01-31}]
messages:
  - {id: waste, title: Waste, text: Food distributors write off 40 % less cold goods in their first year.}
  - {id: pay, title: Pay, text: 'If our alarm comes late, we pay for the whole load.'}
  - {id: heat, title: Heat, text: Three months of our sensors are free for every pharmacy., campaign: summer}
  - {id: desk, title: Desk, text: At three in the morning a person of ours answers the phone.}
terms: [{id: name-inquiry, use: inquiry, avoid: [lead]}]
"""
SOURCES = """\
owner: ingrid
sources:
  - {id: page, title: Page, kind: website, files: ['*.md'], must_carry: [desk]}
"""
PAGE = """\
Food distributors write off 35 % less cold goods in their first year. If our alarm comes late, we may pay for the load.

Three months of our sensors are free for every pharmacy. Some person of ours answers all leads of yours.
"""
Look = Callable[[datetime.date], Drift]


@pytest.fixture
def seen(tmp_path: Path) -> Look:
    content = tmp_path / "content"
    (content / "materials").mkdir(parents=True)
    company = (ROOT / "tests/checks/_company.yml").read_text(encoding="utf-8")
    for name, text in (("company", company), ("messaging", MESSAGING), ("sources", SOURCES)):
        (content / f"{name}.yml").write_text(text, encoding="utf-8")
    (content / "materials" / "page.md").write_text(PAGE, encoding="utf-8")
    return lambda today: look(Settings(tmp_path, today, (content,)), only=frozenset({"messaging"})).facts.drift


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, nothing may be compared."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("this was compared before")

    def go() -> None:
        monkeypatch.setattr(Matcher, "scan", refuse)
        monkeypatch.setattr("generator.drift.nearest.nearest", refuse)

    return go


def test_the_second_look_is_the_first(seen: Look, never: Callable[[], None]) -> None:
    cold = seen(TODAY)
    assert {str(each.verdict) for each in cold.evidence} == {"number", "altered", "early"}
    assert cold.terms and cold.cells["page", "desk"].nearest
    never()
    assert seen(TODAY) == cold


def test_a_new_day_is_no_reason_to_compare_again(seen: Look, never: Callable[[], None]) -> None:
    cold = seen(TODAY)
    never()
    assert seen(datetime.date(2026, 11, 30)).evidence == cold.evidence


def test_a_season_that_begins_is_one(seen: Look) -> None:
    seen(TODAY)
    assert {str(each.verdict) for each in seen(datetime.date(2026, 12, 1)).evidence if each.message == "heat"} == {
        "carried"
    }


def test_a_year_that_begins_is_one(seen: Look, tmp_path: Path) -> None:
    """A number of another year is no claim about today, and becomes none when its year is over."""
    page = tmp_path / "content" / "materials" / "page.md"
    page.write_text(
        "In 2026, food distributors write off 35 % less cold goods in their first year.\n", encoding="utf-8"
    )
    assert [str(each.verdict) for each in seen(datetime.date(2026, 12, 15)).evidence] == ["number"]
    assert not seen(datetime.date(2027, 1, 15)).evidence


def test_boxes_that_move_to_other_slides_are_compared(seen: Look, tmp_path: Path) -> None:
    """A message may run across boxes of one slide, not across slides."""
    sources = tmp_path / "content" / "sources.yml"
    sources.write_text(SOURCES.replace("*.md", "deck.pptx"), encoding="utf-8")
    path = tmp_path / "content" / "materials" / "deck.pptx"
    one, other = "At three in the morning a person", "of ours answers the phone."

    def together(made: Any) -> None:
        on = slide(made)
        text_box(on, one)
        text_box(on, other)

    path.write_bytes(deck(together))
    assert str(seen(TODAY).cells["page", "desk"].verdict) == "carried"
    path.write_bytes(deck(lambda made: [text_box(slide(made), text) for text in (one, other)]))
    assert str(seen(TODAY).cells["page", "desk"].verdict) != "carried"


def test_other_words_on_either_side_are_compared(seen: Look, tmp_path: Path) -> None:
    seen(TODAY)
    path = tmp_path / "content" / "messaging.yml"
    path.write_text(MESSAGING.replace("40 %", "35 %"), encoding="utf-8")
    assert str(seen(TODAY).cells["page", "waste"].verdict) == "carried"
    page = tmp_path / "content" / "materials" / "page.md"
    page.write_text(PAGE.replace("35 %", "30 %"), encoding="utf-8")
    assert str(seen(TODAY).cells["page", "waste"].verdict) == "number"


def test_old_answers_do_not_pile_up(seen: Look, tmp_path: Path) -> None:
    page = tmp_path / "content" / "materials" / "page.md"
    for number in range(20):
        page.write_text(f"{PAGE}\nEdit {number}.\n", encoding="utf-8")
        seen(TODAY)
    with closing(sqlite3.connect(tmp_path / ".cache/tuneup/matches.db")) as kept_:
        (entries,) = kept_.execute("SELECT count(*) FROM kept").fetchone()
    in_use = 2
    assert entries <= in_use * (1 + matches.SPARE), "of the page and of what the messages say of each other"


@pytest.mark.parametrize("damage", ["", "null", "[]", "[[[99]],[]]", '[[["a"]], 3]', "[[[0,1,2]],[]]"])
def test_a_damaged_entry_is_as_good_as_none(seen: Look, tmp_path: Path, damage: str) -> None:
    cold = seen(TODAY)
    for name in ("matches", "nearest"):
        with closing(sqlite3.connect(tmp_path / ".cache/tuneup" / f"{name}.db")) as kept, kept:
            assert kept.execute("UPDATE kept SET data = ?", (damage,)).rowcount > 0
    assert seen(TODAY) == cold


def test_a_tree_that_cannot_be_written_is_looked_at_all_the_same(seen: Look, tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert seen(TODAY) == seen(TODAY)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_known_needs_no_numpy(seen: Look, tmp_path: Path) -> None:
    seen(TODAY)
    code = (
        "import sys, datetime, pathlib\nfrom generator.build import look\n"
        "from generator.model.settings import Settings\n"
        f"root = pathlib.Path({str(tmp_path)!r})\n"
        f"look(Settings(root, datetime.date(2026, 11, 23), (root / 'content',)))\n"
        "sys.exit(str({'numpy', 'rapidfuzz'} & set(sys.modules)) if {'numpy', 'rapidfuzz'} & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
