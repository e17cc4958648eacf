"""What lies above an audience is taken out of the playbook: records, fields, drafts, and the references to them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from generator.derive.audiences.audience import seen_by
from generator.loading import load
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Audience
from tests.conftest import ROOT

COMPANY = """\
people:
  - {id: ingrid, name: Ingrid, job: Sales}
roles:
  - {id: ae, title: Account executive}
"""
OBJECTIVES = """\
objectives:
  - {id: open, title: Open, statement: Said to all, audience: public}
  - {id: team, title: Team, statement: Said to the team, based_on: [open, board, idea]}
  - {id: board, title: Board, statement: Said to the board, audience: leader}
  - {id: idea, title: Idea, statement: Not said yet, status: draft}
  - {id: late, title: Late, statement: Replaces the board's, supersedes: board}
"""
PERFORMANCE = """\
expectations:
  - {id: ae-year, title: Year, role: ae, starts: 2026-01-01, ends: 2026-12-31, quota: 4711, currency: EUR}
upgrade_plans:
  - {id: plan-ae, title: Plan, person: ingrid, starts: 2026-01-01, ends: 2026-03-31, gap: Talks too much}
"""
LEADERS = ["Said to the board", "4711", "Talks too much", "Not said yet"]
"""The last one is a draft, which nobody sees."""


@pytest.fixture
def playbook(tmp_path: Path) -> Playbook:
    (tmp_path / "content").mkdir()
    for name, text in {"company": COMPANY, "objectives": OBJECTIVES, "performance": PERFORMANCE}.items():
        (tmp_path / "content" / f"{name}.yml").write_text(text, encoding="utf-8")
    loaded = load(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",)))
    assert not loaded.problems
    return loaded.playbook


@pytest.mark.parametrize(
    ("audience", "seen", "unseen"),
    [
        (
            "public",
            ["Said to all"],
            ["Said to the team", "Said to the board", "Not said yet", "4711", "Talks too much"],
        ),
        ("sales", ["Said to all", "Said to the team"], ["Said to the board", "Not said yet", "4711", "Talks too much"]),
        ("manager", ["Said to the team"], ["Said to the board", "Not said yet", "4711", "Talks too much"]),
        ("leader", ["Said to all", "Said to the board", "4711", "Talks too much"], ["Not said yet"]),
    ],
)
def test_each_sees_what_is_meant_for_them(
    playbook: Playbook, audience: str, seen: list[str], unseen: list[str]
) -> None:
    text = _text(seen_by(playbook, Audience(audience)))
    assert [words for words in seen if words not in text] == []
    assert [words for words in unseen if words in text] == []


def test_references_to_what_was_taken_out_go_with_it(playbook: Playbook) -> None:
    sales = seen_by(playbook, Audience.SALES)
    assert sales.entries["team"].model_dump()["based_on"] == ["open"]
    assert sales.entries["late"].model_dump()["supersedes"] is None
    assert "board" not in sales.entries and "board" not in sales.homes


def test_a_public_site_says_nothing_of_who_works_here(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "company.yml").write_text(
        "owner: ingrid\npeople:\n"
        "  - {id: ingrid, name: Ingrid Solheim, job: Head of Sales, email: ingrid@kelvaro.example}\n"
        "  - {id: jonas, name: Jonas Lind, job: Account executive, manager: ingrid}\n",
        encoding="utf-8",
    )
    (tmp_path / "content" / "objectives.yml").write_text(
        "objectives:\n  - {id: grow, title: Grow, statement: Sell more, owner: ingrid, audience: public}\n",
        encoding="utf-8",
    )
    playbook = load(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))).playbook
    public, sales = (_text(seen_by(playbook, audience)) for audience in (Audience.PUBLIC, Audience.SALES))
    assert "Sell more" in public
    said = ("ingrid", "jonas", "Solheim", "Lind", "Head of Sales", "@kelvaro.example")
    assert [words for words in said if words in public] == []
    assert [words for words in said if words not in sales] == []


def test_places_survive(playbook: Playbook) -> None:
    team = seen_by(playbook, Audience.SALES).entries["team"]
    assert str(team.at("statement")) == "content/objectives.yml:3:40"


def test_the_leader_of_the_example_sees_more_than_the_seller() -> None:
    settings = Settings(ROOT, datetime.date(2026, 11, 23), (ROOT / "content",))
    playbook = load(settings).playbook
    sizes = [len(_text(seen_by(playbook, audience))) for audience in Audience]
    assert sizes == sorted(sizes) and len(set(sizes)) >= 3


def _text(playbook: Playbook) -> str:
    return json.dumps([area.model_dump(mode="json") for area in playbook.areas.values()], ensure_ascii=False)
