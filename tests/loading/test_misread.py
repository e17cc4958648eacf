"""Nothing else is concluded from a record that was not read as written: one slip has one finding."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.areas.company import AcceptedFinding
from generator.areas.objectives import Objective
from generator.areas.rap.track import Economics
from generator.areas.references import Use
from generator.build import look
from generator.finding import Finding
from generator.loading.words import noun
from generator.model.record import Part
from generator.model.settings import Settings

CONTENT = Path(__file__).parent.parent.parent / "content"
NEW = "  - title: New\n    weight: 5\n    statement: Win 3 clients.\n"
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    return _said(tmp_path_factory.mktemp("whole"), "", "", "")


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("company.yml", "job: Chief", "jobb: Chief", "unknown-field"),
        ("company.yml", "    name: Ingrid", "    full_name: Ingrid", "unknown-field"),
        ("objectives.yml", "    title: Sell Rescue with every second contract\n", "", "missing-field"),
        ("objectives.yml", "    statement: ", "    statment: ", "unknown-field"),
        ("compensation.yml", "    version: ", "    versoin: ", "unknown-field"),
        ("performance.yml", "    starts: ", "    strats: ", "unknown-field"),
        ("objectives.yml", "  - id: grow-midmarket\n    ", "  - ", "missing-field"),
        ("objectives.yml", "  - id: grow-midmarket\n", "  - id:\n", "missing-field"),
        ("objectives.yml", "  - id: grow-midmarket\n", "  - Id: grow-midmarket\n", "unknown-field"),
        ("company.yml", "  - id: ingrid\n    ", "  - ", "missing-field"),
        ("rap/plan.yml", "  - id: track-ae\n    ", "  - ", "missing-field"),
        ("references.yml", "  - id: ref-halvorsen-fisk\n    ", "  - ", "missing-field"),
        ("messaging/2-see.yml", "  - id: msg-four-minutes\n    ", "  - ", "missing-field"),
        (
            "objectives.yml",
            "objectives:\n",
            "objectives:\n  - title: New\n    weight: 5\n    statement: S\n",
            "missing-field",
        ),
        ("pipeline.yml", "{deal: d26-154", "{deal:d26-154", "unknown-field"),
        ("references.yml", "kind: call", "kind: phone", "wrong-value"),
    ],
)
def test_one_slip_has_one_finding(
    file: str, old: str, new: str, rule: str, before: set[tuple[str, str]], tmp_path: Path
) -> None:
    more = _said(tmp_path, file, old, new) - before
    assert [found for found, _ in more] == [rule], more


@pytest.mark.parametrize(
    ("file", "without", "misspelt"),
    [
        ("objectives.yml", [0, 1], []),
        ("objectives.yml", [0, 1, 2, 3, 4], []),
        ("objectives.yml", [0, 4], [1]),
        ("company.yml", range(40), []),
        ("compensation.yml", [1, 3], []),
        ("compensation.yml", range(7), []),
        ("ideal-client.yml", [0, 1], []),
        ("ideal-salesperson.yml", [1, 6, 11], [2]),
        ("messaging/1-house.yml", range(9), []),
        ("messaging/2-see.yml", range(8), []),
        ("messaging/6-campaigns.yml", range(6), []),
        ("metrics.yml", range(20), []),
        ("pipeline.yml", [0, 2], [1]),
        ("rap/plan.yml", range(10), []),
        ("rap/plan.yml", [2, 1], [0]),
        ("rap/modules-weeks-1-4.yml", range(14), []),
        ("references.yml", range(14), []),
        ("skills.yml", range(20), []),
        ("sources.yml", range(20), []),
    ],
)
def test_several_records_without_an_id_have_one_finding_each(
    file: str, without: Iterable[int], misspelt: list[int], before: set[tuple[str, str]], tmp_path: Path
) -> None:
    text = (CONTENT / file).read_text(encoding="utf-8")
    found = list(re.finditer(r"^ *- (id: (.*)\n +)", text, re.MULTILINE))
    wrong = sorted((found[n] for n in {*without, *misspelt}), key=lambda match: -match.start())
    for match in wrong:
        instead = match[1].replace("id:", "Id:") if found.index(match) in misspelt else ""
        text = text[: match.start(1)] + instead + text[match.end(1) :]
    more = [one for one in _findings(tmp_path, file, text) if (one.rule, one.complaint.message) not in before]
    expected = sorted((["missing-field"] * (len(wrong) - len(misspelt))) + ["unknown-field"] * len(misspelt))
    assert sorted(one.rule for one in more) == expected
    assert len({one.location for one in more}) == len(more), "each at a place of its own"
    cures = [one.complaint.help for one in more if one.rule == "missing-field"]
    assert len(set(cures)) == len(cures)
    assert all(re.fullmatch(r"add `id: [a-z0-9-]+` to it", cure) for cure in cures)


def test_an_id_is_proposed_that_others_ask_for_or_that_is_like_its_neighbours(tmp_path: Path) -> None:
    text = (CONTENT / "objectives.yml").read_text(encoding="utf-8")
    for id_ in ("grow-midmarket", "keep-hospitals"):
        text = text.replace(f"- id: {id_}\n    ", "- ")
    text = text.replace("objectives:\n", f"objectives:\n{NEW}", 1)
    cures = [one.complaint.help for one in _findings(tmp_path, "objectives.yml", text) if one.rule == "missing-field"]
    assert cures == [f"add `id: {id_}` to it" for id_ in ("new", "grow-midmarket", "keep-hospitals")]


def test_an_id_is_proposed_that_begins_as_those_of_its_kind_and_is_free(tmp_path: Path) -> None:
    text = (CONTENT / "glossary.yml").read_text(encoding="utf-8")
    more = "  - {title: write-off, definition: Gone.}\n  - {title: Dock, definition: A gate.}\n"
    findings = _findings(tmp_path, "glossary.yml", text.replace("terms:\n", f"terms:\n{more}", 1))
    cures = [one.complaint.help for one in findings if one.rule == "missing-field"]
    assert cures == ["add `id: term-write-off-2` to it", "add `id: term-dock` to it"]


def _findings(root: Path, file: str, text: str) -> list[Finding]:
    content = root / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("materials", ".cache"))
    (content / file).write_text(text, encoding="utf-8")
    return look(Settings(root, TODAY, (content,))).findings


def _said(root: Path, file: str, old: str, new: str) -> set[tuple[str, str]]:
    content = root / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("materials", ".cache"))
    if file:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return {(one.rule, one.complaint.message) for one in look(Settings(root, TODAY, (content,))).findings}


@pytest.mark.parametrize(
    ("cls", "said"),
    [
        (AcceptedFinding, "an accepted finding"),
        (Economics, "`economics`"),
        (Objective, "an objective"),
        (Use, "a use"),
    ],
)
def test_what_is_wrong_is_called_as_people_call_it(cls: type[Part], said: str) -> None:
    assert noun(cls) == said
