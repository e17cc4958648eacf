"""Each form of report on the same findings, as its readers get it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.finding import Acceptance, Complaint, Finding, Level
from generator.location import Location
from generator.reports import Report, reports
from generator.reports.github import summary

GOLDENS = Path(__file__).parent / "goldens"
LINE = "    needed_by: discover   # a comment"
FINDINGS = [
    Finding(
        "broken-reference",
        Level.ERROR,
        Complaint(
            Location("content/rap.yml", 14, 16, 8),
            "stage `discover` does not exist",
            help="use `discovery`, defined at content/pipeline.yml:9:5",
            label="no stage has this id",
            notes=("known: close, discovery, proof",),
            record="first-call",
        ),
        "content",
    ),
    Finding(
        "message-altered",
        Level.ERROR,
        Complaint(
            Location("content/materials/deck.pptx"),
            "100% of it: a | b, c: d\nsecond line",
            help="replace <it>",
            subject="tagline",
            source="deck",
            match="Know ever arrival",
        ),
        "messaging",
    ),
    Finding(
        "review-overdue",
        Level.WARNING,
        Complaint(Location("content/skills.yml", 3, 1, 4), "the review is due"),
        "skills",
    ),
    Finding(
        "area-missing", Level.NOTE, Complaint(Location("content/metrics.yml"), "nothing is written yet"), "every-record"
    ),
    Finding(
        "number-drift",
        Level.ERROR,
        Complaint(Location("content/sources.yml", 8, 5), "the brochure says 35 %", record="brochure"),
        "messaging",
        Acceptance("The reprint is in March.", "ingrid", "2027-03-15"),
    ),
]


def _line(location: Location) -> str:
    return LINE if location.line else ""


NAMES = sorted(set(reports()) - {"sarif", "junit"})
"""Those two list every rule, and have tests of their own beside this one."""


@pytest.mark.parametrize("name", NAMES)
def test_report(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDENS / f"{name}.txt", reports()[name](Report(FINDINGS, _line, 214, "2026-11-23")))


@pytest.mark.parametrize("name", NAMES)
def test_report_of_nothing(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDENS / f"{name}-clean.txt", reports()[name](Report([], _line, 1, "2026-11-23")))


def test_colour_only_adds_escapes() -> None:
    import re

    plain = reports()["full"](Report(FINDINGS, _line, 214, "2026-11-23"))
    coloured = reports()["full"](Report(FINDINGS, _line, 214, "2026-11-23", colour=True))
    assert coloured != plain and re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_github_shows_ten_and_says_how_many_more() -> None:
    many = [FINDINGS[0]] * 13
    text = reports()["github"](Report(many, _line, 1, "2026-11-23"))
    assert text.count("::error ") == 10 and "3 more errors in the summary" in text
    assert summary(Report(many, _line, 1, "2026-11-23")).count("| error |") == 13


@pytest.mark.parametrize("column", [5, 140, 161, 400])
def test_the_mark_stands_under_the_word_however_long_the_line(column: int) -> None:
    line = ("a-word " * 100)[: column - 1] + "price" + " a-word" * 100
    finding = Finding("missing", Level.ERROR, Complaint(Location("content/sources.yml", 3, column, 5), "not there"))
    text = reports()["full"](Report([finding], lambda _: line, 1, "2026-11-23"))
    shown, marks = (row.partition("| ")[2] for row in text.splitlines()[3:5])
    assert len(shown) <= 160
    assert [shown[at] for at, mark in enumerate(marks) if mark == "^"] == list("price")


def test_a_note_on_several_files_is_said_once_with_all_its_places() -> None:
    said = [
        Complaint(Location(f"content/{area}.yml", 8, 5), "nothing yet", help="write it") for area in ("a", "b", "c")
    ]
    notes = [Finding("starter-text", Level.NOTE, each) for each in said]
    text = reports()["full"](Report(notes, _line, 3, "2026-11-23"))
    assert text.count("nothing yet") == 1
    assert "= note: the same at content/b.yml:8:5, content/c.yml:8:5\n" in text and "\n3 notes in 3 records" in text
    errors = [Finding("missing", Level.ERROR, each) for each in said]
    assert reports()["full"](Report(errors, _line, 3, "2026-11-23")).count("nothing yet") == 3, "each has its excerpt"


def test_what_waits_for_a_file_to_be_read_is_said() -> None:
    broken = Finding("yaml-syntax", Level.ERROR, Complaint(Location("content/rap.yml", 1), "no YAML"), "content")
    for findings, waits in ([broken], True), (FINDINGS, False):
        text = reports()["concise"](Report(findings, lambda _: "", 214, "2026-11-25"))
        assert ("all other checks wait until every file can be read" in text) == waits
