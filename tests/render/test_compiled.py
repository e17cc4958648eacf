"""Compiled templates are kept where only their user writes, and never stand in for a template that changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import jinja2
import pytest

from generator.render.jinja import compiled


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is temporary, of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    compiled.compiled.cache_clear()
    return folder


def _written(folder: Path, words: str = "en") -> str:
    compiled.compiled.cache_clear()
    jinja = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), bytecode_cache=compiled.compiled(words))
    return jinja.get_template("page.md.j2").render()


def test_a_template_is_compiled_once_for_all_runs(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text("{{ 6 * 7 }}", encoding="utf-8")
    assert _written(tmp_path) == "42"
    (kept,) = temporary.rglob("*.cache")
    before = kept.stat().st_mtime_ns, kept.read_bytes()
    assert _written(tmp_path) == "42"
    assert (kept.stat().st_mtime_ns, kept.read_bytes()) == before, "read, not compiled and written again"


def test_an_edited_template_and_other_words_are_compiled_anew(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text("one", encoding="utf-8")
    _written(tmp_path)
    (tmp_path / "page.md.j2").write_text("two", encoding="utf-8")
    assert _written(tmp_path) == "two"
    assert len(list(temporary.rglob("*.cache"))) == 1
    _written(tmp_path, "nb")
    assert len(list(temporary.rglob("*.cache"))) == 2


def test_a_damaged_file_is_compiled_over(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text("whole", encoding="utf-8")
    _written(tmp_path)
    (kept,) = temporary.rglob("*.cache")
    whole = kept.read_bytes()
    for damage in (b"", whole[:40], b"nonsense" * 9):
        kept.write_bytes(damage)
        assert _written(tmp_path) == "whole"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives each user a folder of their own")
def test_only_its_user_may_read_or_write_the_folder(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text("mine", encoding="utf-8")
    _written(tmp_path)
    (folder,) = temporary.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU
    assert folder.stat().st_uid == os.getuid()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives each user a folder of their own")
def test_a_folder_that_leads_elsewhere_is_not_used(temporary: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (temporary / f"_jinja2-cache-{os.getuid()}").symlink_to(elsewhere)
    (tmp_path / "page.md.j2").write_text("mine", encoding="utf-8")
    assert _written(tmp_path) == "mine"
    assert not list(elsewhere.iterdir())


def test_the_playbooks_own_folder_is_not_used(tmp_path: Path) -> None:
    """Where no folder for what is temporary can be written, Python falls back to the one it was started in."""
    (tmp_path / "page.md.j2").write_text("mine", encoding="utf-8")
    program = (
        "import tempfile; tempfile._candidate_tempdir_list = lambda: [__import__('os').getcwd()]\n"
        "import jinja2; from generator.render.jinja.compiled import compiled\n"
        "jinja = jinja2.Environment(loader=jinja2.FileSystemLoader('.'), bytecode_cache=compiled('en'))\n"
        "print(jinja.get_template('page.md.j2').render())"
    )
    root = Path(compiled.__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.strip() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md.j2"]
