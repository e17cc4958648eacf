"""Rows of data/hires.csv: read as records, and a mistake in a cell has its line and column like one in YAML."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.areas.pipeline import Pipeline
from generator.areas.rap import Hire
from generator.build import look
from generator.derive.audiences.audience import seen_by
from generator.loading import Loaded, load
from generator.model.settings import Settings
from generator.model.words import Audience

SOLD = "segments: [{id: food, title: Food}]\nproducts: [{id: track, title: Track}, {id: audit, title: Audit}]\n"
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


DEALS = "id,stage,stage_since,client,outcome\n"
WIDE = DEALS.replace("outcome", "outcome,segment,products,rep")
DEAL = "d-1,stage-proof,2026-11-02,Harrowfold,open\n"


def read_deals(folder: Path, rows: str) -> Loaded:
    content = folder / "content"
    (content / "data").mkdir(parents=True)
    (content / "company.yml").write_text(COMPANY + SOLD, encoding="utf-8")
    (content / "pipeline.yml").write_text("stages: [{id: stage-proof, title: Proof}]\n", encoding="utf-8")
    (content / "performance.yml").write_text("expectations: []\n", encoding="utf-8")
    (content / "data" / "reps.csv").write_text("id,person\nrep-01,jonas\n", encoding="utf-8")
    (content / "data" / "deals.csv").write_text(rows, encoding="utf-8")
    return load(Settings(folder, datetime.date(2026, 11, 23), (content,)))


def test_deals_may_have_other_columns(tmp_path: Path) -> None:
    loaded = read_deals(tmp_path, DEALS + DEAL + DEAL.replace("d-1", "d-2"))
    assert said(loaded) == []
    assert [deal.id for deal in loaded.playbook.area(Pipeline).deals] == ["d-1", "d-2"]


@pytest.mark.parametrize(
    ("rows", "rule", "place", "message"),
    [
        (DEALS.replace("stage,", "stagex,") + DEAL, "unknown-field", "1:4", "`stagex` is not known"),
        (DEALS.replace("outcome", "outcom") + DEAL, "unknown-field", "1:29", "no column `outcome`"),
        (DEALS.replace("id", "idd", 1) + DEAL, "missing-field", "1:1", "no column `id`"),
        (DEALS.replace(",stage,", ",phase,") + DEAL, "missing-field", "1:1", "no column `stage`"),
        (DEALS + DEAL + "a,b\n", "wrong-value", "3:1", "the row has 2 cells, and the first line names 5"),
        (DEALS + DEAL + DEAL, "duplicate-id", "3:1", "`d-1` is the id of two rows"),
        (DEALS.replace("stage,", "Stage,") + DEAL, "unknown-field", "1:4", "there is no column `stage`"),
        (DEALS + DEAL.replace("proof", "prof"), "broken-reference", "2:5", "stage `stage-prof` does not exist"),
        (DEALS + DEAL.replace("open", "Open"), "wrong-value", "2:39", "`Open` is not a value of `outcome`"),
        (
            WIDE + DEAL.replace("open", "open,foodd,track,rep-01"),
            "broken-reference",
            "2:44",
            "segment `foodd` does not exist",
        ),
        (
            WIDE + DEAL.replace("open", "open,food,track;adit,rep-01"),
            "broken-reference",
            "2:55",
            "product `adit` does not exist",
        ),
        (
            WIDE + DEAL.replace("open", "open,food,track;audit,rp-1"),
            "broken-reference",
            "2:61",
            "nobody in data/reps.csv has the id `rp-1`",
        ),
        (
            DEALS + DEAL.replace(",Harr", ',"Harr') + DEAL.replace("d-1", "d-2"),
            "file-unreadable",
            "2:28",
            "the quote that opens here is never closed",
        ),
        (
            DEALS + DEAL.replace(",Harr", ',"Harr') + DEAL.replace("Harrowfold", '"Rimfors, Fisk"'),
            "file-unreadable",
            "2:28",
            "the quote that opens here is never closed",
        ),
        ("", "file-empty", "", "the file is empty"),
        ("\n" + DEALS + DEAL, "file-unreadable", "1:1", "the first line is empty"),
    ],
    ids=[
        "misspelt",
        "misspelt at the end",
        "no id",
        "another name",
        "too few cells",
        "twice",
        "column in capitals",
        "stage",
        "outcome",
        "segment",
        "one of two products",
        "who sells",
        "quote open to the end",
        "quote open to the next",
        "empty",
        "empty first line",
    ],
)
def test_a_mistake_among_the_deals_has_its_place(
    tmp_path: Path, rows: str, rule: str, place: str, message: str
) -> None:
    (found,) = said(read_deals(tmp_path, rows))
    assert found[:2] == (rule, f"content/data/deals.csv:{place}".rstrip(":"))
    assert message in found[2]


def test_a_text_over_several_lines_is_no_open_quote(tmp_path: Path) -> None:
    assert said(read_deals(tmp_path, DEALS + DEAL.replace("Harrowfold", '"Harrowfold,\nnow Dairy, Ltd"'))) == []


@pytest.mark.parametrize("column", ["key,name", "id,name"], ids=["no column of ids", "no ids in it"])
def test_new_sellers_without_an_id_are_told_once(tmp_path: Path, column: str) -> None:
    rows = "".join(f",Ylva {number},ae,2026-11-09,jonas,,\n" for number in range(4))
    content = tmp_path / "content"
    read(tmp_path, HEAD.replace("id,name", column) + rows)
    sign_offs = "".join(f"{{hire: hire-0{number}, module: m01, on: 2026-11-10, by: jonas}}, " for number in range(4))
    modules = "modules: [{id: m01, title: Say it}]\n"
    (content / "rap.yml").write_text(f"{modules}sign_offs: [{sign_offs}]\n", encoding="utf-8")
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (content,))).findings
    assert len([one for one in findings if "hires.csv" in str(one.location) or "hire-0" in one.complaint.message]) == 1


def test_cells_that_are_wrong_alike_are_told_once(tmp_path: Path) -> None:
    read_deals(tmp_path, DEALS + DEAL.replace("open", "Gone") + DEAL.replace("open", "Gone").replace("d-1", "d-2"))
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))).findings
    (found,) = (one.complaint for one in findings if one.rule == "wrong-value")
    assert found.notes == ("the same holds in 1 more row, in the lines 3",)


METRIC = "{id: %s, title: Won, definition: Won, formula: {table: %s, value: count(*)}}"


@pytest.mark.parametrize(
    ("tables", "place", "message"),
    [
        (["deal"], "content/metrics.yml:1:66", "no `content/data/deal.csv` for metric `m0`"),
        (["calls", "calls"], "content/data/calls.csv", "no `content/data/calls.csv`, and 2 metrics are computed"),
        (["hires"], "content/data/hires.csv", "no `content/data/hires.csv`, and 1 metric is computed"),
    ],
    ids=["misspelt", "deleted", "deleted and read by us"],
)
def test_a_table_that_is_not_there_is_told_once(tmp_path: Path, tables: list[str], place: str, message: str) -> None:
    read_deals(tmp_path, DEALS + DEAL)
    metrics = ", ".join(METRIC % (f"m{number}", table) for number, table in enumerate(tables))
    (tmp_path / "content" / "metrics.yml").write_text(f"metrics: [{metrics}]\n", encoding="utf-8")
    (found,) = said(load(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))))
    assert found[:2] == ("broken-reference", place)
    assert message in found[2]


def test_a_folder_in_place_of_the_deals_is_told(tmp_path: Path) -> None:
    read_deals(tmp_path, DEALS)
    deals = tmp_path / "content" / "data" / "deals.csv"
    deals.unlink()
    deals.mkdir()
    (found,) = said(load(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))))
    assert found[:2] == ("file-unreadable", "content/data/deals.csv")
