"""`tuneup status` as a leader sees it: never greener than what was looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULES_OF_METRICS = ("metric-sourceless", "metric-purposeless", "area-unmeasured", "question-unanswered", "only-lagging")


def states(run: Run) -> dict[str, str]:
    return {lamp["area"]: lamp["state"] for lamp in json.loads(run("status", "--report", "json").stdout)["lamps"]}


def test_while_a_file_cannot_be_read_no_lamp_is_in_tune(run: Run, playbook: Path) -> None:
    with (playbook / "content" / "objectives.yml").open("a", encoding="utf-8") as file:
        file.write("  x: [\n")
    found = states(run)
    assert found.pop("objectives") == "failing" and set(found.values()) == {"unknown"}
    assert (
        run("status").stdout.startswith("0 of 12 in tune")
        and "0 of 12 in tune" in run("status", "--report", "badge").stdout
    )
    assert run("status").returncode == run("check").returncode == 1, "a script hears it too"


def test_an_area_without_a_record_is_missing(run: Run, playbook: Path) -> None:
    (playbook / "content" / "objectives.yml").unlink()
    assert set(states(run).values()) == {"missing"}


def test_an_empty_lock_is_none(run: Run, playbook: Path) -> None:
    (playbook / "content" / "reviews.lock.yml").write_text("# nobody yet\n", encoding="utf-8")
    assert "file-empty" not in run("check").stdout
    done = run("review", "keep", "--because", "First look.", "--by", "ingrid")
    assert done.returncode == 0, done.stderr


def test_readers_are_told_what_their_site_says_and_the_terminal_what_is_hidden_there(run: Run, playbook: Path) -> None:
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8").replace("    target: 90\n", "    target: 90\n    audience: leader\n")
    objectives.write_text(text.replace("    based_on: [grow]\n", ""), encoding="utf-8")
    (playbook / "content" / "metrics.yml").write_text(
        "metrics: [{id: won, title: Won, definition: Won deals, owner: ingrid, audience: leader, based_on: [grow]}]\n",
        encoding="utf-8",
    )
    company = playbook / "content" / "company.yml"
    quiet = "".join(f"  {rule}: off\n" for rule in RULES_OF_METRICS)
    company.write_text(company.read_text(encoding="utf-8") + quiet, encoding="utf-8")
    run("review", "won", "--because", "First look.", "--by", "ingrid")
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("target: 90", "target: 95"), encoding="utf-8")
    whole, sales = run("status").stdout, run("status", "--audience", "sales").stdout
    assert "The site for sales shows less of: Metrics" in whole and "shows less" not in sales
    assert "Won" not in sales and "`won`" not in sales


@pytest.mark.parametrize(
    ("config", "labels", "name"),
    [
        ("", "", "Business objectives"),
        ("language: nb", "", "Forretningsmål"),
        ("", "area: {objectives: Our goals}", "Our goals"),
        ("", "area: [Our goals]", "Business objectives"),
    ],
    ids=["English", "Norwegian", "the company's own", "labels that cannot be used"],
)
def test_areas_have_the_names_of_the_site(run: Run, playbook: Path, config: str, labels: str, name: str) -> None:
    (playbook / "templates" / "labels").mkdir(parents=True)
    (playbook / "templates" / "labels" / "en.yml").write_text(labels, encoding="utf-8")
    (playbook / "mkdocs.yml").write_text(f"plugins:\n  - tuneup: {{{config}}}\n", encoding="utf-8")
    done = run("status")
    assert done.returncode == 0 and f" {name} " in done.stdout
