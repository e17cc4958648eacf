"""The house's own rules: floors, types, style. What a linter can say is not left to reviewers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-cache"]],
    ids=["ruff check", "ruff format", "mypy --strict", "import-linter"],
)
def test_linter(command: list[str]) -> None:
    words = [str(BIN / command[0]), *command[1:]]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_rooms_are_not_crowded() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "generator").rglob("*.py")}
    crowded = {path.relative_to(ROOT).as_posix(): count for path, count in lengths.items() if count > 250}
    assert not crowded, "split these by what they do"
