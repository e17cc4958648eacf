"""The tune-up page tells how ready earlier versions were where git knows of any, and does without where not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.build import site
from generator.checks import rules
from generator.loading import read_options, settings
from generator.render.jinja.engine import folders
from generator.render.jinja.labels import read_labels
from tests.cli.conftest import playbook

__all__ = ["playbook"]

HEADING = "Readiness by version"


def page(root: Path, language: str = "en") -> str:
    options = {**read_options(root), "language": language}
    return site(settings(root, options))[1].pages["tune-up/index.md"]


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=Ingrid", "-c", "user.email=ingrid@kelvaro.example", "-c", "tag.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


def version(root: Path, name: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", name, "--allow-empty", "--no-gpg-sign")
    git(root, "tag", name)


def test_without_a_repository_or_a_tag_there_is_no_history(playbook: Path) -> None:
    assert HEADING not in page(playbook)
    git(playbook, "init", "-q")
    assert HEADING not in page(playbook)


def test_tells_each_version_and_leaves_out_a_tag_of_something_else(
    playbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(playbook, "init", "-q")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-09-20T10:00:00")
    git(playbook, "commit", "-qm", "nothing yet", "--allow-empty", "--no-gpg-sign")
    git(playbook, "tag", "before-us")
    version(playbook, "1.0")
    (playbook / "content" / "objectives.yml").unlink()
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-10-20T10:00:00")
    version(playbook, "1.1")
    shown = page(playbook).partition(HEADING)[2]
    assert shown.index("Today") < shown.index("1.1") < shown.index("1.0")
    first = shown[shown.index("| 1.0") :]
    assert "20 Sep 2026" in first and "failing</span> " in first and "Business objectives" in first
    assert "before-us" not in shown
    assert page(playbook) == page(playbook), "what is kept says the same as what was seen"


def test_a_shallow_clone_is_built(playbook: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(playbook, "init", "-q")
    version(playbook, "1.0")
    version(playbook, "1.1")
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", playbook.as_uri(), ".")
    assert "in tune" in page(clone)


def test_every_check_has_words_for_a_lamp(tmp_path: Path) -> None:
    words = read_labels(folders((tmp_path,)), "en")
    assert [rule for rule in rules() if words.find(f"because.rule.{rule}") is None] == []


def test_a_lamp_says_why_in_the_language_of_its_readers(playbook: Path) -> None:
    assert "nothing measures [" in page(playbook)
    assert "ingenting måler [" in page(playbook, "nb")
