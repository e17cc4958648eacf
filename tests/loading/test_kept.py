"""What is kept on disk: found again by another run, swept when unused, and never in anybody's way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.loading.kept import store as kept
from generator.loading.kept.store import Kept


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
    first.put("old", 1)
    first.put("kept", 2)
    first.write()
    reader = Kept(tmp_path / "kept.db")
    assert reader.get("kept") == 2
    reader.sweep()
    assert Kept(tmp_path / "kept.db").get("old") == 1, "nothing was written, so nothing is swept"
    writer = Kept(tmp_path / "kept.db")
    assert (writer.get("kept"), writer.get("new")) == (2, None)
    writer.put("new", 3)
    writer.sweep()
    assert [Kept(tmp_path / "kept.db").get(key) for key in ("old", "kept", "new")] == [None, 2, 3]


def test_some_may_be_spared_that_nobody_asked_for(tmp_path: Path) -> None:
    for number, left in enumerate((1, 2, 3, 1)):
        each = Kept(tmp_path / "kept.db")
        assert each.get(f"run {number}") is None
        each.put(f"run {number}", number)
        each.sweep(spare=2)
        with closing(sqlite3.connect(tmp_path / "kept.db")) as file:
            assert file.execute("SELECT count(*) FROM kept").fetchone() == (left,)


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


@pytest.mark.parametrize("linked", [".cache", ".cache/tuneup", ".cache/tuneup/texts.db"])
def test_nothing_is_written_or_read_through_a_link_that_leads_out(tmp_path: Path, linked: str) -> None:
    root, outside = tmp_path / "playbook", tmp_path / "outside"
    link = root / linked
    link.parent.mkdir(parents=True)
    if link.suffix:
        link.symlink_to(outside)
    else:
        outside.mkdir()
        link.symlink_to(outside, target_is_directory=True)
    each = Kept(root / ".cache" / "tuneup" / "texts.db", root=root)
    each.put("k", 1)
    each.sweep()
    assert each.get("k") is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
