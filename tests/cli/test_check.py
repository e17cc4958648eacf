"""`tuneup check` as a user meets it: exit codes, streams, forms of report, and what it says when it cannot run."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

HARMLESS = {"PYTHONDONTWRITEBYTECODE": "1"}


def test_without_errors_the_exit_code_is_0(run: Run) -> None:
    done = run("check", "every-record")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("1 note in 2 records.")


def test_an_error_makes_it_1_and_names_the_line(run: Run, playbook: Path) -> None:
    path = playbook / "content" / "objectives.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("[grow]", "[gro]"), encoding="utf-8")
    done = run("check", "content", "--report", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("content/objectives.yml:10:16: error[broken-reference] record `gro` does not exist\n")
    assert not done.stderr


def test_a_misspelt_field_is_one_finding_and_makes_nothing_suspect(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    path = playbook / "content" / "objectives.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("target: 90", "targte: 90"), encoding="utf-8")
    lines = run("check", "--report", "concise").stdout.splitlines()
    assert [line for line in lines if "grow" in line or "targte" in line] == [
        "content/objectives.yml:6:5: error[unknown-field] an objective has no field `targte`"
    ]


def test_fail_on_decides_what_counts(run: Run) -> None:
    assert run("check", "every-record", "--fail-on", "note").returncode == 1
    assert run("check", "every-record", "--fail-on", "warning").returncode == 0


def test_outside_a_playbook_it_cannot_run(run: Run, tmp_path_factory: object) -> None:
    done = run("check", "--root", "/")
    assert done.returncode == 2 and not done.stdout
    assert "no playbook here" in done.stderr and "tuneup new DIR" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_day_area_or_option_is_explained(run: Run) -> None:
    for words, said in (
        (["check", "--as-of", "tomorrow"], "write year-month-day"),
        (["check", "objectvies"], "no area is called `objectvies`"),
        (["check", "--report", "pdf"], "pdf"),
        (["explain", "owner-overlod"], "the nearest is `owner-overload`"),
    ):
        done = run(*words)
        assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


def test_the_report_can_go_to_a_file(run: Run, playbook: Path) -> None:
    done = run("check", "--report", "json", "--output", "out/report.json", "--fail-on", "never")
    assert done.returncode == 0 and not done.stdout
    data = json.loads((playbook / "out" / "report.json").read_text(encoding="utf-8"))
    assert data["as_of"] == "2026-11-23" and data["records"] == 2


def test_the_day_can_be_another(run: Run, playbook: Path) -> None:
    path = playbook / "content" / "objectives.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"review_every: 90 days\n{text}".replace("target: 90", "effective: 2026-10-01"), encoding="utf-8")
    assert "was due on 2026-12-30" in run("check", "every-record", "--as-of", "2027-03-01").stdout
    assert "due on" not in run("check", "every-record").stdout


def test_on_github_the_summary_of_the_step_is_written(run: Run, playbook: Path) -> None:
    summary = playbook / "summary.md"
    done = run("check", "every-record", "--report", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.startswith("::notice file=content/objectives.yml,line=10,col=15")
    assert "| note | content/objectives.yml:10:15 |" in summary.read_text(encoding="utf-8")


def test_the_same_comes_out_every_time(run: Run) -> None:
    first = run("check", PYTHONHASHSEED="1").stdout
    assert first == run("check", PYTHONHASHSEED="2").stdout


def test_checking_writes_nothing(run: Run, playbook: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in playbook.rglob("*")}
    run("check", **HARMLESS)
    run("status", **HARMLESS)
    assert before == {path: path.stat().st_mtime_ns for path in playbook.rglob("*")}


def test_every_rule_has_a_manual_to_print(run: Run) -> None:
    listed = run("rules").stdout
    assert "suspect-record" in listed
    manual = run("explain", "review-overdue").stdout
    assert "soon: 14" in manual and "In company.yml:" in manual


def test_help_names_every_verb(run: Run) -> None:
    text = run("--help").stdout
    for verb in ("check", "explain", "new", "review", "rules", "schema", "status"):
        assert f"  {verb} " in text


def test_records_below_a_misspelt_list_are_not_gone(run: Run, playbook: Path) -> None:
    (playbook / "content" / "metrics.yml").write_text(
        "owner: ingrid\nmetrics:\n  - {id: won, title: Won, definition: Won deals, based_on: [grow]}\n"
        "  - {id: rate, title: Rate, definition: Won of all, based_on: [won]}\n",
        encoding="utf-8",
    )
    for metric in ("won", "rate"):
        run("review", metric, "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("objectives:", "objective:"), encoding="utf-8")
    told = run("check", "--report", "concise").stdout
    assert "this file has no part `objective`" in told and "suspect" not in told, "one finding for one mistake"
