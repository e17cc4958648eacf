"""A small playbook in a folder, and a way to run verbs in it as a user does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import verbs
from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SITE = "site_name: Kelvaro\ndocs_dir: content/pages\ntheme: material\n"
COMPANY = """\
name: Kelvaro
people:
  - {id: ingrid, name: Ingrid Solheim, job: Leads sales, email: ingrid@kelvaro.example}
rules:
  area-missing: off
"""
OBJECTIVES = """\
owner: ingrid
objectives:
  - id: grow
    title: Grow
    statement: Raise new contracts from 60 to 90 by summer.
    target: 90
  - id: keep
    title: Keep
    statement: Keep every client that we have won.
    based_on: [grow]
"""


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n  - tuneup: {{as_of: 2026-11-23}}\n{SITE}", encoding="utf-8")
    (tmp_path / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "content" / "objectives.yml").write_text(OBJECTIVES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(playbook: Path) -> Run:
    """`run("check", "--report", "json")` in the playbook's folder, in a process of its own."""

    def go(*words: str, cwd: Path = playbook, **env: str) -> subprocess.CompletedProcess[str]:
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        surroundings.pop("GITHUB_STEP_SUMMARY", None) if "GITHUB_STEP_SUMMARY" not in env else None
        return verbs.run(words, cwd, surroundings)

    return go
