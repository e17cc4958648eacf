"""`tuneup baseline`: an old pile is known, what is new fails, what was mended is taken out, nothing is ever added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MESSAGING = """\
owner: ingrid
messages:
  - {id: cold, title: Cold, text: "Cold, and you can prove it."}
retired:
  - {id: cool, text: Keeping your cold chain cool., replaced_by: cold, since: 2026-02-01}
"""
SOURCES = """\
owner: ingrid
sources:
  - {id: page, title: Page, kind: website, files: ["*.md"], must_carry: [cold]}
"""
OLD = "Keeping your cold chain cool.\n\n"


@pytest.fixture
def page(playbook: Path) -> Path:
    (playbook / "content" / "messaging.yml").write_text(MESSAGING, encoding="utf-8")
    (playbook / "content" / "sources.yml").write_text(SOURCES, encoding="utf-8")
    (playbook / "content" / "materials").mkdir()
    path = playbook / "content" / "materials" / "page.md"
    path.write_text(OLD * 3, encoding="utf-8")
    return path


def test_an_old_pile_is_known_and_stays_so_when_lines_move(run: Run, page: Path, playbook: Path) -> None:
    assert run("drift").returncode == 1
    assert "3 places of drift in content/baseline.lock.json (1 finding)" in run("baseline", "create").stderr
    known = json.loads((playbook / "content" / "baseline.lock.json").read_text(encoding="utf-8"))["known"]
    assert [(each["rule"], each["message"], each["source"], each["count"]) for each in known] == [
        ("retired-message", "cool", "page", 3)
    ]
    page.write_text("# A new head\n\n" + OLD * 3, encoding="utf-8")
    done = run("drift")
    assert done.returncode == 0
    assert "1 in the baseline" in done.stdout
    assert run("baseline", "check").returncode == 0


def test_one_more_place_is_new(run: Run, page: Path) -> None:
    run("baseline", "create")
    page.write_text(OLD * 4, encoding="utf-8")
    assert run("drift").returncode == 1


def test_prune_takes_out_and_never_adds(run: Run, page: Path, playbook: Path) -> None:
    run("baseline", "create")
    page.write_text(OLD + "Keeping your cold chain very cool.\n", encoding="utf-8")
    assert run("baseline", "check").returncode == 1
    run("baseline", "prune")
    known = json.loads((playbook / "content" / "baseline.lock.json").read_text(encoding="utf-8"))["known"]
    assert [each["count"] for each in known] == [1]
    assert run("drift").returncode == 1


def test_it_is_not_made_twice_nor_read_broken(run: Run, page: Path, playbook: Path) -> None:
    run("baseline", "create")
    assert run("baseline", "create").returncode == 2
    (playbook / "content" / "baseline.lock.json").write_text("{", encoding="utf-8")
    done = run("check", "content")
    assert done.returncode == 1 and "the baseline cannot be read" in done.stdout


def test_drift_that_was_accepted_until_a_past_day_says_so(run: Run, page: Path, playbook: Path) -> None:
    company = playbook / "content" / "company.yml"
    accepted = "{rule: retired-message, source: page, because: New page in May, by: ingrid, until: 2026-05-31}"
    company.write_text(f"{company.read_text(encoding='utf-8')}accepted:\n  - {accepted}\n", encoding="utf-8")
    done = run("drift")
    assert done.returncode == 1
    assert "accepted by ingrid until 2026-05-31, which has passed: New page in May" in done.stdout
