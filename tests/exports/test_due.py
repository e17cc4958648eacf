"""The badge, the calendars of reviews, and the lamps for other programs, as they are asked for on the command line."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.reports.status.badge import badge
from tests.cli.conftest import Run, playbook, run

__all__ = ["playbook", "run"]

OBJECTIVES = """\
owner: ingrid
review_every: 90 days
objectives:
  - {id: grow, title: Grow, statement: Raise new contracts from 60 to 90., target: 90, effective: 2026-10-01}
  - {id: keep, title: Keep, statement: Keep every client., owner: jonas, effective: 2026-11-01, based_on: [grow]}
  - {id: old, title: Old, statement: Win 60., status: retired, effective: 2025-01-01}
"""


@pytest.fixture(autouse=True)
def two_owners(playbook: Path) -> None:
    company = playbook / "content" / "company.yml"
    more = "people:\n  - {id: jonas, name: Jonas Lie, job: Sells}\n"
    company.write_text(company.read_text(encoding="utf-8").replace("people:\n", more), encoding="utf-8")
    (playbook / "content" / "objectives.yml").write_text(OBJECTIVES, encoding="utf-8")


def test_each_owner_gets_a_calendar_of_the_reviews(run: Run, playbook: Path) -> None:
    assert run("export", "calendar", "--output", "out").returncode == 0
    files = {path.name: Calendar.from_ical(path.read_bytes()) for path in (playbook / "out").iterdir()}
    assert set(files) == {"reviews-all.ics", "reviews-ingrid.ics", "reviews-jonas.ics"}
    said = {
        name: [(str(event["SUMMARY"]), event.decoded("DTSTART").isoformat()) for event in file.walk("VEVENT")]
        for name, file in files.items()
    }
    assert said["reviews-ingrid.ics"] == [("Review: Grow", "2026-12-30")]
    assert said["reviews-jonas.ics"] == [("Review: Keep", "2027-01-30")]
    assert said["reviews-all.ics"] == said["reviews-ingrid.ics"] + said["reviews-jonas.ics"], "the retired is let be"
    first = (playbook / "out" / "reviews-all.ics").read_bytes()
    run("export", "calendar", "--output", "out")
    assert (playbook / "out" / "reviews-all.ics").read_bytes() == first


@pytest.mark.parametrize(("good", "sign"), [(12, "✓"), (9, "◷"), (8, "◆"), (0, "◆")])
def test_the_badge_says_it_in_words_and_sign(good: int, sign: str) -> None:
    drawing = ET.fromstring(badge(good, 12))
    assert drawing.attrib["aria-label"] == f"playbook: {good} of 12 in tune"
    assert f"{sign} {good} of 12 in tune" in "".join(drawing.itertext())


def test_the_badge_is_one_file_and_goes_to_stdout(run: Run) -> None:
    assert run("status", "--report", "badge").stdout.startswith("<svg ")


def test_the_lamps_for_other_programs(run: Run) -> None:
    told = json.loads(run("status", "--report", "json").stdout)
    lamps = {lamp["area"]: lamp for lamp in told["lamps"]}
    assert len(lamps) == 12 and lamps["metrics"]["state"] == "missing"
    assert (lamps["objectives"]["due"], lamps["objectives"]["days"]) == ("2026-12-30", 37)
    assert [(one["record"], one["owner"], one["days"]) for one in told["due"]] == [
        ("grow", "ingrid", 37),
        ("keep", "jonas", 68),
    ]


def test_an_empty_area_is_never_called_in_tune(run: Run) -> None:
    said = run("status").stdout
    assert "◌ Metrics               missing  nothing is written about it yet" in said


def test_a_day_to_come_shows_what_will_light_until_then(run: Run, playbook: Path) -> None:
    company = playbook / "content" / "company.yml"
    rules = "rules:\n  objective-without-metric: off\n  objective-without-target: off\n  objective-weights: off\n"
    rules += "  objective-unserved: off\n  objective-unpaid: off\n"
    company.write_text(company.read_text(encoding="utf-8").replace("rules:\n", rules), encoding="utf-8")
    assert "✓ Business objectives" in run("status").stdout
    ahead = run("status", "--as-of", "2027-02-15").stdout
    assert "Lit between 2026-11-23 and then\n  ◷ Business objectives   overdue " in ahead
    assert "Lit between" not in run("status", "--as-of", "2026-11-01").stdout
    assert json.loads(run("status", "--as-of", "2027-02-15", "--report", "json").stdout)["lit"] == ["objectives"]


def test_history_needs_git_and_tags(run: Run, playbook: Path) -> None:
    refused = run("status", "--history")
    assert refused.returncode == 2 and "git could not answer" in refused.stderr
    subprocess.run(["git", "init", "-q"], cwd=playbook, check=True)
    assert "By version" not in run("status", "--history").stdout


def test_the_calendar_speaks_the_language_of_the_site(run: Run, playbook: Path) -> None:
    config = playbook / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("as_of: 2026-11-23", "as_of: 2026-11-23, language: nb"), encoding="utf-8")
    assert run("export", "calendar", "--output", "out").returncode == 0
    made = Calendar.from_ical((playbook / "out" / "reviews-jonas.ics").read_bytes())
    (event,) = made.walk("VEVENT")
    assert event["summary"] == "Gå gjennom: Keep" and "Jonas Lie" in made["x-wr-calname"]
