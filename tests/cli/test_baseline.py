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


def test_what_cannot_be_read_is_not_mended(run: Run, page: Path, playbook: Path) -> None:
    """An entry of a file that is empty, not there or one of two stays as it is, and that is said."""
    sources = playbook / "content" / "sources.yml"
    sources.write_text(SOURCES.replace('"*.md"', "page.md, second.md"), encoding="utf-8")
    second = page.with_name("second.md")
    second.write_text(OLD, encoding="utf-8")
    run("baseline", "create")
    baseline = playbook / "content" / "baseline.lock.json"
    before = baseline.read_bytes()
    for lose in (lambda: page.write_text("", encoding="utf-8"), page.unlink, second.unlink):
        lose()
        done = run("baseline", "check")
        assert "4 places of drift are left" in done.stdout and "mended" not in done.stdout and done.returncode == 0
        assert "4 of them stand in what cannot be read (`page`)" in done.stderr
        assert "4 of them stand in what cannot be read (`page`)" in run("baseline", "prune").stderr
        assert baseline.read_bytes() == before
        assert "no longer wrong" not in run("check").stdout
    page.write_text(OLD * 3, encoding="utf-8")
    second.write_text("Nothing here.\n", encoding="utf-8")
    assert '1 was mended; run "tuneup baseline prune"' in run("baseline", "check").stdout


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ('{"a":\n', "baseline.lock.json:2:1: error[file-unreadable] the baseline cannot be read: expecting value"),
        ("[]", "the baseline cannot be read: it has no `version` or no list `known`"),
        ('{"version": 1, "known": [{"rule": "a"}]}', "entry 1 of `known` is not of the right form"),
        ('{"version": 2, "known": []}', "version 2 is not 1"),
        ("[" * 100_000, "its JSON is nested too deep"),
    ],
)
def test_a_broken_baseline_is_neither_passed_nor_overwritten(
    run: Run, page: Path, playbook: Path, broken: str, why: str
) -> None:
    path = playbook / "content" / "baseline.lock.json"
    path.write_text(broken, encoding="utf-8")
    assert why in run("check", "--report", "concise").stdout
    for act in ("check", "prune"):
        done = run("baseline", act)
        assert done.returncode == 1
        assert why.rpartition("] ")[2] in done.stdout and "are left" not in done.stdout
        assert path.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize("act", ["create", "check", "prune"])
def test_half_a_playbook_has_no_baseline(run: Run, page: Path, playbook: Path, act: str) -> None:
    """Where a file of the content cannot be read, no drift is found, and none was mended."""
    path = playbook / "content" / "baseline.lock.json"
    if act != "create":
        run("baseline", "create")
    before = path.read_bytes() if path.exists() else b""
    (playbook / "content" / "messaging.yml").write_text("messages: [", encoding="utf-8")
    done = run("baseline", act)
    assert done.returncode == 1 and "content/messaging.yml:2:1" in done.stdout
    assert (path.read_bytes() if path.exists() else b"") == before


def test_an_entry_of_a_record_that_is_misread_stays(run: Run, page: Path, playbook: Path) -> None:
    run("baseline", "create")
    before = (playbook / "content" / "baseline.lock.json").read_bytes()
    sources = playbook / "content" / "sources.yml"
    sources.write_text(SOURCES.replace("kind: website", "kind: websit"), encoding="utf-8")
    assert "mended" not in run("baseline", "check").stdout
    run("baseline", "prune")
    assert (playbook / "content" / "baseline.lock.json").read_bytes() == before
