"""A content folder for some readers only: for the others nothing of it is there, not even one field."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from generator.areas.company import Company
from generator.areas.messaging import RetiredMessage
from generator.areas.objectives import Objective, Objectives
from generator.build import look
from generator.checks.every_record import review_unfounded
from generator.derive.audiences.audience import seen_by
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
    kept_for = {one.id: one.audience for one in whole.playbook.of(Objective)}
    assert kept_for["buy"] is Audience.LEADER and kept_for["grow"] is None


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


CLOSED = "[content, {folder: ../leaders, audience: leader}]"


def elsewhere(root: Path) -> None:
    """What refers to the folder goes on doing so when the folder is no longer there."""
    (root / "content" / "metrics.yml").write_text(
        "metrics:\n  - {id: calls, title: Calls, definition: Calls that were answered., based_on: [buy]}\n",
        encoding="utf-8",
    )
    (root / "content" / "reviews.lock.yml").write_text(
        "reviews:\n  - {record: buy, by: kari, on: 2026-11-01, because: It holds.}\n", encoding="utf-8"
    )


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
def test_for_those_below_its_readers_it_may_be_missing(root: Path, left: str) -> None:
    elsewhere(root)
    shutil.rmtree(root.parent / "leaders")
    if left != "nothing":
        (root.parent / "leaders").mkdir()
    found = facts(root, CLOSED)
    (said,) = found.problems.pop("folder-not-here")
    assert not found.problems
    assert "`../leaders` for leader is not here" in said.message and "leak test does not know" in said.message
    assert said.notes == ("`buy` at content/metrics.yml:2:81 may stand in it",)
    assert not list(review_unfounded.check(found))
    assert [one.target for one in seen_by(found.playbook, Audience.SALES).of(Objective)] == [16]


def test_a_slip_of_the_pen_is_still_one(root: Path) -> None:
    (root / "content" / "metrics.yml").write_text(
        "metrics:\n  - {id: calls, title: Calls, definition: Calls that were answered., based_on: [grwo]}\n",
        encoding="utf-8",
    )
    shutil.rmtree(root.parent / "leaders")
    (said,) = facts(root, CLOSED).problems["broken-reference"]
    assert "grwo" in said.message


@pytest.mark.parametrize("audience", [Audience.MANAGER, Audience.LEADER])
def test_for_its_readers_and_above_it_may_not(root: Path, audience: Audience) -> None:
    shutil.rmtree(root.parent / "leaders")
    (root / "mkdocs.yml").write_text(
        "plugins:\n  - tuneup: {content: [content, {folder: ../leaders, audience: manager}]}\n", encoding="utf-8"
    )
    settings = settings_of(root, read_options(root), as_of=datetime.date(2026, 11, 23), audience=audience)
    found = [one for one in look(settings).findings if one.area == "content"]
    assert [(one.rule, one.level) for one in found] == [("file-unreadable", Level.ERROR)]


def test_a_folder_for_all_may_not_be_missing_either(root: Path) -> None:
    shutil.rmtree(root.parent / "leaders")
    assert list(facts(root, "[content, ../leaders]").problems) == ["file-unreadable"]
