"""Every case is a content folder with mistakes; `expected.txt` is what a marketer reads about them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import look
from generator.cli.common import _lines
from generator.model.settings import Settings
from generator.reports import Report, reports

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/expected.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path, golden: Callable[[Path, str], None]) -> None:
    folders = tuple(sorted(path for path in case.iterdir() if path.is_dir()))
    settings = Settings(case, datetime.date(2026, 11, 23), folders)
    findings = [f for f in look(settings).findings if f.area == "content"]
    golden(case / "expected.txt", reports()["full"](Report(findings, _lines(case), 0, "2026-11-23")))
