"""Copies of playbooks to be edited, and what two sites differ in."""

from __future__ import annotations

import filecmp
import shutil
from pathlib import Path

from generator.exports.starter import starter
from tests.conftest import ROOT


def example(folder: Path) -> Path:
    """A copy of the example."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def new(folder: Path) -> Path:
    """What `tuneup new` writes, without schemas."""
    for name, text in starter("Acme Valves").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replaces the first `old` in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def differences(one: Path, two: Path) -> list[str]:
    """The files that only one site has, or that differ by a byte."""
    names = [{path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in (one, two)]
    assert names[0], "nothing was built"
    _, different, lost = filecmp.cmpfiles(one, two, names[0] & names[1], shallow=False)
    return sorted([*(names[0] ^ names[1]), *different, *lost])
