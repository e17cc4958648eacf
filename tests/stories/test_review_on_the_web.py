"""Somebody without a terminal reviews a record: the workflow's own shell steps, run against a real repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import playbook, run
from tests.conftest import ROOT

__all__ = ["playbook", "run"]

WORKFLOW = ROOT / "templates/starter/dot.github/workflows/review.yml"
INPUTS = {"RECORD": "keep", "REASON": 'Still right; see "Q4 $(plan)".', "NAME": "ingrid", "BASE": "main"}
GIT = ("git", "-c", "user.name=Ingrid", "-c", "user.email=ingrid@kelvaro.example")


def _workflow() -> dict[Any, Any]:
    read = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def _script(name: str) -> str:
    steps = _workflow()["jobs"]["review"]["steps"]
    return next(str(step["run"]) for step in steps if step.get("name") == name)


def test_it_may_do_no_more_than_it_must() -> None:
    workflow = _workflow()
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["review"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert set(workflow[True]["workflow_dispatch"]["inputs"]) == {"record", "reason", "name"}


def test_what_people_type_never_becomes_part_of_a_script() -> None:
    for step in _workflow()["jobs"]["review"]["steps"]:
        assert "${{" not in step.get("run", ""), "inputs reach the shell through its environment only"


@pytest.fixture
def shell(playbook: Path, tmp_path: Path) -> Any:
    """Runs a step as the runner does, in a clone; `gh` writes down what it is asked for."""
    if os.name == "nt":
        pytest.skip("the runner of this workflow is a Linux machine")
    tools, temp = tmp_path / "tools", tmp_path / "temp"
    tools.mkdir()
    temp.mkdir()
    _program(tools / "tuneup", f'exec "{sys.executable}" -m generator.cli "$@"')
    _program(tools / "gh", f'printf "%s\\n" "$@" > "{temp}/gh.txt"')
    for words in (("init", "-qb", "main"), ("add", "mkdocs.yml", "content"), ("commit", "-qm", "Begin")):
        subprocess.run([*GIT, *words], cwd=playbook, check=True)
    subprocess.run(["git", "clone", "-q", "--bare", str(playbook), str(tmp_path / "origin")], check=True)
    subprocess.run(["git", "clone", "-q", str(tmp_path / "origin"), str(tmp_path / "clone")], check=True)
    surroundings = {
        **os.environ,
        **INPUTS,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(temp),
        "GITHUB_RUN_ID": "7",
    }

    def go(name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", _script(name)]
        env = {**surroundings, **inputs}
        return subprocess.run(
            command, cwd=tmp_path / "clone", env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return go


def test_a_review_becomes_a_pull_request(shell: Any, tmp_path: Path) -> None:
    assert shell("Record the review").returncode == 0
    opened = shell("Open a pull request")
    assert opened.returncode == 0, opened.stderr
    show = ["git", "show", "--stat", "--format=%s%n%b", "review/keep-7"]
    said = subprocess.run(show, cwd=tmp_path / "origin", capture_output=True, text=True, check=True).stdout
    assert said.startswith('Review keep\nStill right; see "Q4 $(plan)". (ingrid)'), "the reason is data, not shell"
    assert "content/reviews.lock.yml" in said and "1 file changed" in said
    asked = (tmp_path / "temp" / "gh.txt").read_text(encoding="utf-8").splitlines()
    assert asked[:6] == ["pr", "create", "--base", "main", "--head", "review/keep-7"]
    body = (tmp_path / "temp" / "body.md").read_text(encoding="utf-8")
    assert "ingrid looked at `keep`" in body and "Keep (keep), never looked at" in body


def test_a_wrong_id_stops_with_the_nearest_one(shell: Any) -> None:
    done = shell("Record the review", RECORD="keeep")
    assert done.returncode == 2 and "the nearest is `keep`" in done.stderr
    assert shell("Record the review", RECORD="--all").returncode == 2, "a record cannot smuggle in an option"


def test_the_same_review_twice_opens_nothing(shell: Any, tmp_path: Path) -> None:
    nothing = shell("Open a pull request")
    assert nothing.returncode == 0 and "nothing to merge" in nothing.stdout
    assert not (tmp_path / "temp" / "gh.txt").exists()


def _program(path: Path, body: str) -> None:
    path.write_text(f"#!/usr/bin/env bash\n{body}\n", encoding="utf-8", newline="\n")
    path.chmod(0o755)


def test_where_the_forge_lets_no_workflow_open_a_request_the_setting_is_named(shell: Any, tmp_path: Path) -> None:
    assert shell("Record the review").returncode == 0
    _program(tmp_path / "tools" / "gh", "exit 1")
    done = shell("Open a pull request")
    assert done.returncode == 1
    assert "::error::The review is on the branch review/keep-7." in done.stdout
    assert "Allow GitHub Actions to create and approve pull requests" in done.stdout
    assert "close and reopen this" in (tmp_path / "temp" / "body.md").read_text(encoding="utf-8")
