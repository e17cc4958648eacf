"""How long a hire is in the programme: as many weeks of work as it lasts, however many days make a week."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.derive.facts import Facts
from generator.derive.hires.cohorts import find_progress
from generator.loading import load
from generator.model.settings import Settings
from generator.render.training.cohort import grid, in_programme, rows

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


@pytest.mark.parametrize(
    ("more", "shown"),
    [("", True), (", full_productivity: 2026-11-01", True), (", left: 2026-10-01", False)],
    ids=["behind", "productive", "left"],
)
def test_whoever_left_modules_open_stays_in_the_grid_after_the_last_week(
    tmp_path: Path, more: str, shown: bool
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    rap = (
        RAP.replace("start: 2026-09-07", f"start: 2026-09-07{more}") + "modules: [{id: pitch, title: Pitch, day: 1}]\n"
    )
    (tmp_path / "content" / "rap.yml").write_text(rap, encoding="utf-8")
    day = datetime.date(2027, 2, 1)
    facts = Facts(load(Settings(tmp_path, day, (tmp_path / "content",))).playbook, day)
    found = grid(find_progress(facts), facts.plans, facts.playbook.entries)
    assert [hire.id for hire in found["hires"]] == (["h1"] if shown else [])
    assert [line["states"] for line in found["lines"]] == ([["due"]] if shown else [])


TWO = """\
owner: ann
calendars:
  - {id: cal-no, title: Norway, holidays: [{on: 2026-09-08}]}
  - {id: cal-de, title: Germany}
tracks:
  - {id: ae-no, title: AE Norway, role: ae, calendar: cal-no}
  - {id: ae-de, title: AE Germany, role: ae, calendar: cal-de}
modules: [{id: pitch, title: Pitch, day: 1}]
hires:
  - {id: h1, name: Ada, role: ae, start: 2026-09-07, track: ae-no}
  - {id: h2, name: Bo, role: ae, start: 2026-09-07, track: ae-de}
  - {id: h3, name: Cy, role: ae, start: 2026-09-07}
"""


def test_of_two_tracks_of_a_role_a_hire_follows_the_one_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "content" / "rap.yml").write_text(TWO, encoding="utf-8")
    day = datetime.date(2026, 9, 9)
    playbook = load(Settings(tmp_path, day, (tmp_path / "content",))).playbook
    found = {one.hire.id: (one.track, one.day) for one in find_progress(Facts(playbook, day))}
    assert found == {"h1": ("ae-no", 2), "h2": ("ae-de", 3), "h3": ("", 0)}
