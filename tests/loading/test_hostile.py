"""Files that were made to hurt, or that a program mangled: a clear finding within two seconds, never a traceback."""

from __future__ import annotations

import datetime
import os
import time
from pathlib import Path

import pytest

from generator.build import look
from generator.finding import Finding
from generator.model.settings import Settings

GOOD = "objectives:\n  - {id: grow, title: Grow, statement: Grow in the north}\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{one}: &{one} [{', '.join([f'*{chr(ord(one) - 1)}'] * 9)}]\n" for one in "bcdefghijk"
)
UNREADABLE = {
    "utf-16": GOOD.encode("utf-16"),
    "utf-16 without a mark": GOOD.encode("utf-16-le"),
    "utf-32": GOOD.encode("utf-32"),
    "windows-1252": b"objectives:\n  - {id: grow, title: Sm\xf8rbr\xf8d, statement: x}\n",
    "binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20,
    "a zip named yml": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(500),
    "50 MB": b"objectives:\n" + b"  - {id: grow, title: Grow, statement: Grow in the north}\n" * 900_000,
}
BROKEN = {
    "tabs": ("yaml-syntax", b"objectives:\n\t- id: grow\n"),
    "10,000 levels in brackets": ("yaml-too-deep", b"objectives: " + b"[" * 10_000),
    "10,000 levels in braces": ("yaml-too-deep", b"objectives: " + b"{a: " * 10_000),
    "10,000 levels in lists": ("yaml-too-deep", b"objectives:\n" + b"- " * 10_000 + b"x\n"),
    "10,000 levels by indentation": ("yaml-too-deep", b"".join(b" " * n + b"a:\n" for n in range(3_000))),
    "an alias bomb": ("yaml-too-large", BOMB.encode()),
    "an alias to itself": ("yaml-syntax", b"objectives: &a [*a]\n"),
    "a control character": ("yaml-syntax", b"objectives: \x07\n"),
    "a tag that runs code": ("wrong-value", b'objectives: !!python/object/apply:os.system ["touch pwned"]\n'),
    "a list in place of names": ("yaml-syntax", b"- {id: grow, title: Grow, statement: Grow}\n"),
    "a text in place of names": ("yaml-syntax", b"Grow in the north\n"),
    "a second document": ("yaml-syntax", b"objectives: []\n---\nobjectives: []\n"),
    "a number of 10,000 digits": (
        "wrong-value",
        b"objectives:\n  - {id: g, title: G, statement: S, target: " + b"9" * 10_000 + b"}\n",
    ),
    "only a comment": ("file-empty", b"# nothing yet\n"),
    "nothing": ("file-empty", b""),
}
HARMLESS = {
    "a byte-order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "Windows line ends": GOOD.replace("\n", "\r\n").encode(),
    "no line end at the end": GOOD.rstrip().encode(),
    "an emoji": GOOD.replace("north", "north \N{SNOWFLAKE}\N{VARIATION SELECTOR-16} \U0001f9ca").encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_text_is_said_to_be_none(name: str, tmp_path: Path) -> None:
    findings = _findings(tmp_path, UNREADABLE[name])
    assert [finding.rule for finding in findings] == ["file-unreadable"]
    assert findings[0].location.file == "content/objectives.yml" and findings[0].complaint.help


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_found_under_its_rule(name: str, tmp_path: Path) -> None:
    rule, data = BROKEN[name]
    findings = _findings(tmp_path, data)
    assert [finding.rule for finding in findings] == [rule]
    assert not (tmp_path / "pwned").exists() and not Path("pwned").exists()


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_is_read(name: str, tmp_path: Path) -> None:
    assert not _findings(tmp_path, HARMLESS[name])


def test_a_mistake_after_an_emoji_and_windows_line_ends_has_the_right_column(tmp_path: Path) -> None:
    text = "\ufeffobjectives:\r\n  - {id: grow, title: \U0001f9ca Grow, statment: Grow}\r\n"
    finding = next(f for f in _findings(tmp_path, text.encode()) if f.rule == "unknown-field")
    assert (finding.location.line, finding.location.column) == (2, 31)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "objectives.yml"
    folder.mkdir(parents=True)
    (folder / "inner.yml").symlink_to(tmp_path / "nowhere.yml")
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))).findings
    assert {f.rule for f in findings if f.rule != "area-missing"} <= {"file-unreadable", "unknown-file"}


@pytest.mark.parametrize(("encoding", "said"), [("utf-16", 16), ("utf-16-be", 16), ("utf-32", 32), ("utf-32-be", 32)])
def test_a_wrong_encoding_is_named(encoding: str, said: int, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding == "utf-32-be" else ""
    assert _findings(tmp_path, (mark + GOOD).encode(encoding))[0].complaint.message == f"the file is in UTF-{said}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content" / "rap").mkdir(parents=True)
    os.mkfifo(tmp_path / "content" / "rap" / "modules.yml")
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))).findings
    assert [f.rule for f in findings if f.area == "content"] == ["file-unreadable"]


def test_a_folder_that_is_no_area_is_said_once(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "referenses"
    folder.mkdir(parents=True)
    for name in ("one.yml", "two.yml"):
        (folder / name).write_text("references: []\n", encoding="utf-8")
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (tmp_path / "content",))).findings
    (found,) = [f for f in findings if f.area == "content"]
    assert found.rule == "unknown-file" and found.complaint.help == "rename the folder to `references`"
    assert found.complaint.notes == ("files of it: content/referenses/one.yml, content/referenses/two.yml",)


def _findings(root: Path, data: bytes) -> list[Finding]:
    content = root / "content"
    content.mkdir()
    (content / "objectives.yml").write_bytes(data)
    start = time.perf_counter()
    findings = look(Settings(root, datetime.date(2026, 11, 23), (content,))).findings
    assert time.perf_counter() - start < 2
    return [f for f in findings if f.area == "content"]


CASCADES = {
    "a tab": ("objectives", b"objectives:\n\t- id: grow\n", 1),
    "Latin-1": ("objectives", b"objectives:\n  - {id: grow, title: Sm\xf8r, statement: x}\n", 1),
    "a list in place of names": ("objectives", b"- {id: grow, title: Grow, statement: Grow}\n", 1),
    "a text in place of a record": ("objectives", b"objectives:\n  - Grow\n", 1),
    "a conflict that git left": ("objectives", b"objectives:\n<<<<<<< ours\n  - {id: a}\n=======\n>>>>>>> theirs\n", 1),
    "a record without a title": ("objectives", b"objectives:\n  - {id: grow, statement: Grow}\n", 1),
    "a record without an id": ("objectives", b"objectives:\n  - {title: Grow, statement: Grow}\n", 1),
    "an id with capitals": ("objectives", b"objectives:\n  - {id: Grow, title: Grow, statement: Grow}\n", 1),
    "a wrong value for all records": (
        "objectives",
        (
            b"review_every: now\nobjectives:\n"
            b"  - {id: grow, title: G, statement: S}\n  - {id: b, title: B, statement: B}\n"
        ),
        1,
    ),
    "a number beyond all bounds": (
        "objectives",
        b"objectives:\n  - {id: grow, title: G, statement: S, target: 1.0e400}\n",
        1,
    ),
}


@pytest.mark.parametrize("name", CASCADES)
def test_one_cause_has_one_finding(name: str, tmp_path: Path) -> None:
    area, data, count = CASCADES[name]
    content = tmp_path / "content"
    content.mkdir()
    metrics = b"metrics:\n  - {id: sold, title: Sold, definition: Contracts, objective: grow, based_on: [grow]}\n"
    (content / "metrics.yml").write_bytes(metrics)
    (content / f"{area}.yml").write_bytes(data)
    findings = look(Settings(tmp_path, datetime.date(2026, 11, 23), (content,))).findings
    assert len([f for f in findings if f.area == "content"]) == count
    assert not [f for f in findings if f.rule == "broken-reference"]


RESTING = "metrics:\n" + "".join(
    f"  - {{id: m-{n}, title: M {n}, definition: Of things., objective: grow, change_note: 'For [[grow]].'}}\n"
    for n in range(20)
)


@pytest.mark.parametrize(
    ("folder", "rule", "said"),
    [
        ("objectives", "broken-reference", "`content/objectives/` is empty, and 20 references"),
        ("objectives.yml", "file-unreadable", "this is a folder"),
    ],
)
@pytest.mark.parametrize("inside", ["", "notes.txt"])
def test_a_folder_without_what_belongs_there_is_one_finding(
    folder: str, rule: str, said: str, inside: str, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    (content / folder).mkdir(parents=True)
    (content / "metrics.yml").write_text(RESTING, encoding="utf-8")
    if inside:
        (content / folder / inside).write_text("x", encoding="utf-8")
    settings = Settings(tmp_path, datetime.date(2026, 11, 23), (content,))
    (finding,) = [found for found in look(settings).findings if found.area == "content"]
    assert finding.rule == rule and said in finding.complaint.message and finding.complaint.help
