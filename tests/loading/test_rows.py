"""Rows of data/hires.csv: read as records, and a mistake in a cell has its line and column like one in YAML."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.areas.rap import Hire
from generator.derive.audience import seen_by
from generator.loading import Loaded, load
from generator.model.settings import Settings
from generator.model.words import Audience

COMPANY = "people: [{id: jonas, name: Jonas, job: sales leader}]\nroles: [{id: ae, title: Account executive}]\n"
HEAD = "id,name,role,start,manager,first_meeting,salary\n"


def read(folder: Path, rows: str | bytes) -> Loaded:
    content = folder / "content"
    (content / "data").mkdir(parents=True)
    (content / "company.yml").write_text(COMPANY, encoding="utf-8")
    (content / "rap.yml").write_text("tracks: [{id: ae-track, title: AE, role: ae}]\n", encoding="utf-8")
    (content / "data" / "hires.csv").write_bytes(rows.encode() if isinstance(rows, str) else rows)
    return load(Settings(folder, datetime.date(2026, 11, 23), (content,)))


def said(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(problem.rule, str(problem.complaint.location), problem.complaint.message) for problem in loaded.problems]


@pytest.mark.parametrize(
    "rows",
    [
        HEAD + "hire-01,Ylva,ae,2026-11-09,jonas,,\n",
        (HEAD + "hire-01,Ylva,ae,2026-11-09,jonas,,\n").replace(",", ";").replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + (HEAD + 'hire-01,"Ylva",ae,2026-11-09,jonas,,\n\n').encode(),
    ],
    ids=["commas", "semicolons and windows", "byte order mark, quotes, an empty line"],
)
def test_rows_are_hires(tmp_path: Path, rows: str | bytes) -> None:
    loaded = read(tmp_path, rows)
    assert said(loaded) == []
    (hire,) = loaded.playbook.of(Hire)
    assert (hire.id, hire.name, hire.start, hire.manager) == ("hire-01", "Ylva", datetime.date(2026, 11, 9), "jonas")
    assert hire.first_meeting is None
    assert hire.at("start").line == 2


def test_hires_are_for_managers(tmp_path: Path) -> None:
    playbook = read(tmp_path, HEAD + "hire-01,Ylva,ae,2026-11-09,jonas,,\n").playbook
    assert list(seen_by(playbook, Audience.MANAGER).of(Hire))
    assert not list(seen_by(playbook, Audience.SALES).of(Hire))


@pytest.mark.parametrize(
    ("rows", "rule", "place", "message"),
    [
        (HEAD + "hire-01,Ylva,ae,9.11.2026,jonas,,\n", "bad-date", "content/data/hires.csv:2:17", "date"),
        (HEAD + "hire-01,Ylva,sdr,2026-11-09,jonas,,\n", "broken-reference", "content/data/hires.csv:2:14", "`sdr`"),
        (HEAD + "hire-01,Ylva,ae,2026-11-09,marte,,\n", "broken-reference", "content/data/hires.csv:2:28", "`marte`"),
        (HEAD + "hire-01,,ae,2026-11-09,jonas,,\n", "missing-field", "content/data/hires.csv:2:1", "name"),
        (HEAD + "hire-01,Ylva,ae,2026-11-09,jonas,,,\n", "wrong-value", "content/data/hires.csv:2:1", "8 cells"),
        ("id,name,role,begun\nhire-01,Ylva,ae,2026-11-09\n", "missing-field", "content/data/hires.csv:1:1", "`start`"),
        (
            HEAD + "hire-01,Ylva,ae,2026-11-09,jonas,,\nhire-01,Greta,ae,2026-11-09,jonas,,\n",
            "duplicate-id",
            "content/data/hires.csv:3:1",
            "`hire-01`",
        ),
        (b"id,name\xe5\n", "file-unreadable", "content/data/hires.csv:1:8", "UTF-8"),
    ],
    ids=["date", "role", "person", "no name", "too many cells", "no column", "twice", "encoding"],
)
def test_a_mistake_has_its_place(tmp_path: Path, rows: str | bytes, rule: str, place: str, message: str) -> None:
    (found,) = said(read(tmp_path, rows))
    assert found[:2] == (rule, place)
    assert message in found[2]
