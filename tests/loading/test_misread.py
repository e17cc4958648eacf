"""Nothing else is concluded from a record that was not read as written: one slip has one finding."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from generator.build import look
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
    ],
)
def test_one_slip_has_one_finding(
    file: str, old: str, new: str, rule: str, before: set[tuple[str, str]], tmp_path: Path
) -> None:
    more = _said(tmp_path, file, old, new) - before
    assert [found for found, _ in more] == [rule], more


def _said(root: Path, file: str, old: str, new: str) -> set[tuple[str, str]]:
    content = root / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("materials", ".cache"))
    if file:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return {(one.rule, one.complaint.message) for one in look(Settings(root, TODAY, (content,))).findings}
