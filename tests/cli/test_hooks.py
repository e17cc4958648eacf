"""The hooks that a playbook's own repository can name are called as pre-commit calls them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run
from tests.conftest import ROOT

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
SLIP = "objectives:\n  - {id: grow, tittle: Grow}\n"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_it_runs_for_a_playbook_wherever_that_lies_in_its_repository(
    run: Run, tmp_path: Path, hook: dict[str, Any]
) -> None:
    program, *words = hook["entry"].split()
    assert program == "tuneup" and not hook["pass_filenames"]
    run("new", str(tmp_path / "acme" / "sales"))
    for folder, where in (("acme/sales", ()), ("acme", ("--root", "sales"))):
        done = run(*words, *where, cwd=tmp_path / folder)
        assert done.returncode == 0, done.stdout + done.stderr
    for path in ("content/objectives.yml", "sales/content/objectives.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "src/main.py")


def test_a_slip_stops_the_commit(run: Run, playbook: Path) -> None:
    (playbook / "content" / "objectives.yml").write_text(SLIP, encoding="utf-8")
    done = run(*HOOKS["tuneup-check"]["entry"].split()[1:])
    assert done.returncode == 1
    assert "content/objectives.yml:2:16: error[unknown-field]" in done.stdout
