"""Runs every case: what two versions of a playbook differ in, as it is told at a terminal.

`before:` and `after:` hold areas by name, `audience:` who is told, `says:` pieces of the report, `marks:` pieces of the
same in Markdown, `hides:` what no form of it says. A case called `accepts-…` has no change to tell.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from generator.build import look
from generator.cli.verbs.changes import news
from generator.loading.syntax.compose import compose
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.reports.changes import news_reports

CASES = sorted((Path(__file__).parent / "changes").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    node, wrong = compose(case.read_text(encoding="utf-8"), case.name)
    assert node is not None and not wrong
    told = _told(node.data, tmp_path, "full")
    if case.stem.startswith("accepts-"):
        assert told == "Nothing changed from then to now\n"
    for piece in node.data.get("says", []):
        assert piece in told, told
    for piece in node.data.get("hides", []):
        assert not any(piece in _told(node.data, tmp_path, form) for form in news_reports())
    parsed = json.loads(_told(node.data, tmp_path, "json"))
    assert bool(parsed["changes"]) is not case.stem.startswith("accepts-")
    marked = _told(node.data, tmp_path, "markdown")
    assert marked.count("\n- **") == len(parsed["changes"])
    for piece in node.data.get("marks", []):
        assert piece in marked, marked


def _told(said: dict[str, Any], folder: Path, report: str) -> str:
    settings = [_write(folder / name, said[name], said) for name in ("before", "after")]
    was, now = (look(one, only=frozenset({"content"})).facts for one in settings)
    assert not was.problems and not now.problems
    return news_reports()[report](news(was, now, settings[1], "then", "now"))


def _write(root: Path, areas: dict[str, Any], said: dict[str, Any]) -> Settings:
    (root / "content").mkdir(parents=True, exist_ok=True)
    for key, area in areas.items():
        (root / "content" / f"{key}.yml").write_text(json.dumps(area, default=str), encoding="utf-8")
    audience = Audience(said.get("audience", "sales"))
    return Settings(root, datetime.date(2026, 11, 23), (root / "content",), audience=audience)
