"""The reports that other programs read: SARIF, JUnit's XML, and the page that holds everything it needs."""

from __future__ import annotations

import dataclasses
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema

from generator.checks import rules
from generator.finding import Complaint, Finding, Level
from generator.location import Location
from generator.reports import Report, reports
from tests.reports.test_goldens import FINDINGS

SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf-8"))
HOSTILE = Finding(
    "message-altered",
    Level.NOTE,
    Complaint(Location(""), "bell \x07, <b>&amp;</b> ]]> \U0001f600", notes=("\x00",)),
    "messaging",
)


def _made(name: str, findings: list[Finding]) -> str:
    return reports()[name](Report(findings, lambda _: "", 214, "2026-11-23"))


def _sarif(findings: list[Finding]) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_made("sarif", findings))
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(data)
    return data["runs"][0]  # type: ignore[no-any-return]


def test_sarif_declares_every_rule_and_leaves_out_what_is_accepted() -> None:
    run = _sarif([*FINDINGS, HOSTILE])
    declared = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert declared == list(rules())
    assert len(run["results"]) == sum(f.accepted is None for f in FINDINGS) + 1
    assert all(declared[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert _sarif([])["results"] == []


def test_sarif_knows_a_finding_again_after_lines_moved_and_tells_equal_ones_apart() -> None:
    moved = [
        dataclasses.replace(f, complaint=dataclasses.replace(f.complaint, location=Location(f.location.file, 900, 1)))
        for f in FINDINGS
    ]
    marks = [result["partialFingerprints"] for result in _sarif(FINDINGS)["results"]]
    assert marks == [result["partialFingerprints"] for result in _sarif(moved)["results"]]
    twice = [
        result["partialFingerprints"]["primaryLocationLineHash"] for result in _sarif([HOSTILE, HOSTILE])["results"]
    ]
    assert len(set(twice)) == 2


def test_junit_counts_what_it_holds() -> None:
    suite = ElementTree.fromstring(_made("junit", [*FINDINGS, HOSTILE])).find("testsuite")
    assert suite is not None
    assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure")) == 2
    assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped")) == 1
    clean = ElementTree.fromstring(_made("junit", [])).find("testsuite")
    assert clean is not None and len(clean.findall("testcase")) == len(rules())


def test_the_page_is_whole_and_loads_nothing() -> None:
    text = _made("html", [*FINDINGS, HOSTILE])
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not {"src", "href"} & {name for name, _ in attrs}
            assert tag not in {"script", "b"}, "words of a finding became markup"
            if tag not in {"meta"}:
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Reader().feed(text)
    assert not opened and "http" not in text
