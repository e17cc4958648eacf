"""The reports that other programs read: SARIF, JUnit's XML, and the page that holds everything it needs."""

from __future__ import annotations

import dataclasses
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from generator.checks import rules
from generator.derive.drift import Drift
from generator.finding import Complaint, Finding, Level
from generator.location import Location
from generator.reports import Report, reports, sarif
from tests.reports.test_goldens import FINDINGS

FOLDER = Path(__file__).parent
SCHEMAS = ("sarif-2.1.0.json", "sarif-of-ours.json")
"""The standard's own, and the narrower one of what we write and GitHub takes."""
HOSTILE = Finding(
    "message-altered",
    Level.NOTE,
    Complaint(Location(""), "bell \x07, <b>&amp;</b> ]]> \U0001f600", notes=("\x00",)),
    "messaging",
)


def _made(name: str, findings: list[Finding]) -> str:
    return reports()[name](Report(findings, lambda _: "", 214, "2026-11-23"))


def _sarif(findings: list[Finding]) -> dict[str, Any]:
    return valid_sarif(_made("sarif", findings))


def valid_sarif(text: str) -> dict[str, Any]:
    """The run of a report, once both schemas have nothing against it."""
    data: dict[str, Any] = json.loads(text)
    for name in SCHEMAS:
        schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(schema)
        validator(schema, format_checker=validator.FORMAT_CHECKER).validate(data)
    return data["runs"][0]  # type: ignore[no-any-return]


def test_sarif_declares_every_rule_and_leaves_out_what_is_accepted() -> None:
    run = _sarif([*FINDINGS, HOSTILE])
    declared = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert declared == list(rules())
    assert len(run["results"]) == sum(f.accepted is None for f in FINDINGS) + 1
    assert all(declared[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert _sarif([])["results"] == []


def test_sarif_names_any_file_by_a_relative_address() -> None:
    names = {
        "content/materials/Prospekt für 2027 – 100 %.pdf": (
            "content/materials/Prospekt%20f%C3%BCr%202027%20%E2%80%93%20100%20%25.pdf"
        ),
        "a:b/c#d?.md": "a%3Ab/c%23d%3F.md",
        "../leader-content/metrics.yml": "../leader-content/metrics.yml",
    }
    findings = [Finding("message-missing", Level.ERROR, Complaint(Location(name), "x"), "messaging") for name in names]
    places = [result["locations"][0]["physicalLocation"] for result in _sarif(findings)["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == list(names.values())
    assert all(place["region"] == {"startLine": 1} for place in places)


def test_sarif_keeps_the_worst_of_more_than_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    run = _sarif(FINDINGS)
    assert [result["level"] for result in run["results"]] == ["error", "error"]
    told = run["invocations"][0]["toolExecutionNotifications"][0]
    assert told["message"]["text"] == "2 more findings are left out: 2 are shown at most, worst first"
    assert "invocations" not in _sarif(FINDINGS[:2])


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


def test_junit_passes_no_rule_that_drift_did_not_look_at() -> None:
    text = reports()["junit"](Report([], lambda _: "", 214, "2026-11-23", drift=Drift()))
    cases = ElementTree.fromstring(text).findall("testsuite/testcase")
    assert {case.get("classname") for case in cases} == {"messaging", "content"}


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
