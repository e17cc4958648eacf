"""The example's materials are what their script makes, the same bytes on any day, and small."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.readers import read_bytes
from tests.conftest import ROOT
from tests.example.make_materials import make, materials

MATERIALS = ROOT / "content" / "materials"
# their bytes may differ between versions of the libraries that write them, their text may not
BY_LIBRARIES = {".docx", ".eml", ".pdf", ".pptx"}
MADE = dict(materials())


def test_the_folder_holds_what_is_made_and_nothing_else() -> None:
    assert _names(MATERIALS) == sorted(MADE)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_committed_file_is_what_a_fresh_run_makes(name: str) -> None:
    committed = (MATERIALS / name).read_bytes()
    if Path(name).suffix not in BY_LIBRARIES:
        assert committed == MADE[name]
        return
    kept, made = read_bytes(committed, name), read_bytes(MADE[name], name)
    assert not made.problem
    assert [block.text for block in kept.blocks] == [block.text for block in made.blocks]


def test_another_day_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    today = time.time()
    monkeypatch.setattr(time, "time", lambda: today + 100_000)
    assert dict(materials()) == MADE


def test_a_workbook_inside_the_deck_does_not_tell_the_hour() -> None:
    deck = zipfile.ZipFile(BytesIO(MADE["deck/kelvaro-corporate-4.pptx"]))
    workbooks = [name for name in deck.namelist() if name.endswith(".xlsx")]
    assert len(workbooks) == 1
    inner = zipfile.ZipFile(BytesIO(deck.read(workbooks[0])))
    assert b"2026-10-20T08:00:00Z" in inner.read("docProps/core.xml")
    assert {entry.date_time[0] for package in (deck, inner) for entry in package.infolist()} == {1980}


def test_the_materials_are_small() -> None:
    assert sum(len(data) for data in MADE.values()) < 1_500_000


def test_making_writes_every_file(tmp_path: Path) -> None:
    make(tmp_path)
    assert _names(tmp_path) == sorted(MADE)


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
