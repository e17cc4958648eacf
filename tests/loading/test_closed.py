"""A content folder for some readers only: for the others nothing of it is there, not even one field."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.areas.company import Company
from generator.areas.messaging import RetiredMessage
from generator.areas.objectives import Objective, Objectives
from generator.build import look
from generator.derive.audience import seen_by
from generator.derive.facts import Facts
from generator.finding import Level
from generator.loading import read_options
from generator.loading import settings as settings_of
from generator.model.words import Audience

SHARED = {
    "company": "name: Nordlys\npeople:\n  - {id: ingrid, name: Ingrid Solheim, job: Head}\n",
    "objectives": "objectives:\n  - {id: grow, title: Grow, statement: Win more., target: 16}\n",
    "messaging": "messages:\n  - {id: line, title: Line, text: A person answers.}\n",
}
LEADERS = {
    "company": "people:\n  - {id: kari, name: Kari Nordmann, job: Buyer of rivals}\n",
    "objectives": "owner: kari\nobjectives:\n  - {id: grow, target: 20}\n"
    "  - {id: buy, title: Buy, statement: Buy a rival.}\n"
    "  - {id: lay, title: Lay, statement: Lay off half of us., audience: sales}\n",
    "messaging": "retired:\n  - {id: old, text: We never sell., since: 2026-01-01, replaced_by: line}\n",
}


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "company" / "content", SHARED)
    write(tmp_path / "leaders", LEADERS)
    return tmp_path / "company"


def facts(root: Path, content: str) -> Facts:
    (root / "mkdocs.yml").write_text(f"plugins:\n  - tuneup: {{content: {content}}}\n", encoding="utf-8")
    settings = settings_of(root, read_options(root), as_of=datetime.date(2026, 11, 23))
    return look(settings, only=frozenset({"content"})).facts


@pytest.mark.parametrize(
    ("audience", "sees"), [("public", False), ("sales", False), ("manager", False), ("leader", True)]
)
def test_nothing_of_it_is_there_for_others(root: Path, audience: str, sees: bool) -> None:
    whole = facts(root, "[content, {folder: ../leaders, audience: leader}]")
    assert not whole.problems
    seen = seen_by(whole.playbook, Audience(audience))
    objectives = {one.id: one.target for one in seen.of(Objective)}
    if audience != "public":
        assert objectives == ({"grow": 20, "buy": None, "lay": None} if sees else {"grow": 16})
    assert (seen.area(Objectives).owner == "kari") is sees
    assert ("kari" in {person.id for person in seen.area(Company).people}) is sees
    assert bool(list(seen.of(RetiredMessage))) is sees
    assert whole.playbook.entries["buy"].audience is Audience.LEADER  # type: ignore[attr-defined]
    assert whole.playbook.entries["grow"].audience is None  # type: ignore[attr-defined]


def test_it_is_for_those_above_too(root: Path) -> None:
    whole = facts(root, "[content, {folder: ../leaders, audience: manager}]").playbook
    assert [
        [one.id for one in seen_by(whole, Audience(who)).of(Objective)] for who in ("sales", "manager", "leader")
    ] == [
        ["grow"],
        ["grow", "buy", "lay"],
        ["grow", "buy", "lay"],
    ]


def test_a_folder_from_outside_that_says_nothing_is_found(root: Path) -> None:
    found = facts(root, "[content, ../leaders]").problems["folder-for-nobody"]
    assert [(one.location.file, one.location.line) for one in found] == [("../leaders/objectives.yml", 3)]
    assert "kept outside this playbook, 2 records say no audience" in found[0].message
    assert "{folder: " in found[0].help and "audience: leader}]" in found[0].help
    assert not facts(root, "[content, {folder: ../leaders, audience: sales}]").problems
    assert not facts(root, "[content]").problems


def test_that_is_a_warning(root: Path) -> None:
    (root / "mkdocs.yml").write_text("plugins:\n  - tuneup: {content: [content, ../leaders]}\n", encoding="utf-8")
    settings = settings_of(root, read_options(root), as_of=datetime.date(2026, 11, 23))
    found = [one for one in look(settings).findings if one.rule == "folder-for-nobody"]
    assert [one.level for one in found] == [Level.WARNING]
