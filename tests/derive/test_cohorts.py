"""How long a hire is in the programme: as many weeks of work as it lasts, however many days make a week."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.derive.cohorts import find_progress
from generator.derive.facts import Facts
from generator.loading import load
from generator.model.settings import Settings
from generator.render.cohort import in_programme, rows

RAP = """\
owner: ann
calendars: [{id: half, title: Half weeks, working_days: [monday, wednesday]}]
tracks: [{id: track, title: Track, role: ae, calendar: half, weeks: 12}]
hires: [{id: h1, name: Ada, role: ae, start: 2026-09-07}]
"""
COMPANY = "name: Acme\npeople: [{id: ann, name: Ann Holm, job: Sells}]\nroles: [{id: ae, title: Account executive}]\n"


@pytest.mark.parametrize(("today", "still"), [("2026-11-25", True), ("2026-11-30", False)])
def test_twelve_weeks_of_two_days_are_over_after_twenty_four_days(tmp_path: Path, today: str, still: bool) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "content" / "rap.yml").write_text(RAP, encoding="utf-8")
    day = datetime.date.fromisoformat(today)
    playbook = load(Settings(tmp_path, day, (tmp_path / "content",))).playbook
    (progress,) = find_progress(Facts(playbook, day))
    assert in_programme(progress, playbook.entries) is still


@pytest.mark.parametrize(
    ("more", "named"),
    [("", True), (", left: 2026-10-01", False), (", full_productivity: 2026-11-01", False)],
    ids=["not yet productive", "left", "productive"],
)
def test_whoever_is_past_the_last_week_and_not_productive_is_still_looked_at(
    tmp_path: Path, more: str, named: bool
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    rap = RAP.replace("start: 2026-09-07", f"start: 2026-09-07{more}")
    (tmp_path / "content" / "rap.yml").write_text(rap, encoding="utf-8")
    day = datetime.date(2027, 2, 1)
    playbook = load(Settings(tmp_path, day, (tmp_path / "content",))).playbook
    (row,) = rows(find_progress(Facts(playbook, day)), playbook.entries)
    assert row["ramping"] is named
