"""Folders that a killed process left behind are cleared by the next, and nobody else's."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from generator.loading.git.scratch import scratch

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such locks, and nothing is cleared there"
)

WORKS = """
import sys
from generator.loading.git.scratch import scratch
with scratch() as folder:
    (folder / "page").write_text("secret")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def test_only_what_the_dead_left_is_cleared(temporary: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", WORKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert running.stdout is not None
    page = Path(running.stdout.readline().strip()) / "page"
    kept = temporary / "tuneup-work-of-somebody"
    kept.mkdir()
    with scratch() as own, scratch() as inner:
        assert page.is_file(), "it is at work"
        assert own.is_dir() and inner.is_dir() and own != inner
    running.kill()
    running.communicate()
    assert page.is_file(), "killed, it could not clear up"
    with scratch():
        assert not page.exists()
    assert list(temporary.iterdir()) == [kept], "what has no lock was not made by us"


def test_a_link_leads_to_nothing_that_is_cleared(temporary: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    mine = tmp_path_factory.mktemp("mine")
    (mine / "in-use").touch()
    (temporary / "tuneup-work-link").symlink_to(mine)
    with scratch():
        assert (mine / "in-use").exists()
