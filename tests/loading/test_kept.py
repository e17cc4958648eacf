"""What is kept on disk: found again by another run, swept when unused, and never in anybody's way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from generator.loading import kept
from generator.loading.kept import Kept


def test_what_is_kept_is_found_by_this_run_and_the_next(tmp_path: Path) -> None:
    first = Kept(tmp_path / "a" / "kept.db")
    first.put("k", {"words": ["é"]})
    assert first.get("k") == {"words": ["é"]}
    assert first.get("other") is None
    first.write()
    assert Kept(tmp_path / "a" / "kept.db").get("k") == {"words": ["é"]}


def test_asking_makes_no_file(tmp_path: Path) -> None:
    unknown = Kept(tmp_path / "kept.db")
    assert unknown.get("k") is None
    unknown.sweep()
    assert not list(tmp_path.iterdir())


def test_what_nobody_asked_for_is_swept_where_something_was_written(tmp_path: Path) -> None:
    first = Kept(tmp_path / "kept.db")
    for number in range(kept.MOST_UNUSED * 2 + 1):
        first.put(f"old {number}", 1)
    first.put("kept", 2)
    first.write()
    reader = Kept(tmp_path / "kept.db")
    assert reader.get("kept") == 2
    reader.sweep()
    assert Kept(tmp_path / "kept.db").get("old 0") == 1, "nothing was written, so nothing is swept"
    writer = Kept(tmp_path / "kept.db")
    assert (writer.get("kept"), writer.get("new")) == (2, None)
    writer.put("new", 3)
    writer.sweep()
    assert [Kept(tmp_path / "kept.db").get(key) for key in ("old 0", "kept", "new")] == [None, 2, 3]


def test_a_little_that_nobody_asked_for_stays_for_another_audience(tmp_path: Path) -> None:
    leader = Kept(tmp_path / "kept.db")
    assert leader.get("said to leaders") is None
    leader.put("said to leaders", 1)
    leader.sweep()
    sales = Kept(tmp_path / "kept.db")
    assert sales.get("said to sales") is None
    sales.put("said to sales", 2)
    sales.sweep()
    assert Kept(tmp_path / "kept.db").get("said to leaders") == 1


@pytest.mark.parametrize("damage", [b"", b"no data base", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_damaged_file_is_replaced(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "kept.db").write_bytes(damage)
    damaged = Kept(tmp_path / "kept.db")
    assert damaged.get("k") is None
    damaged.put("k", 1)
    damaged.write()
    assert Kept(tmp_path / "kept.db").get("k") == 1


def test_a_run_that_finds_another_writing_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Kept(tmp_path / "kept.db")
    first.put("k", 1)
    first.write()
    monkeypatch.setattr(kept, "WAIT", 0.01)
    other = sqlite3.connect(tmp_path / "kept.db")
    other.execute("BEGIN EXCLUSIVE")
    second = Kept(tmp_path / "kept.db")
    assert second.get("k") is None
    second.put("k", 2)
    second.sweep()
    other.rollback()
    other.close()
    assert Kept(tmp_path / "kept.db").get("k") == 1


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("in the way", encoding="utf-8")
    nowhere = Kept(tmp_path / "a" / "kept.db")
    nowhere.put("k", 1)
    assert nowhere.get("k") == 1
    nowhere.sweep()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
