"""SARIF 2.1.0, for GitHub's code scanning and other viewers: every rule declared, only what is open reported."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from generator.checks import Rule, rules
from generator.finding import Finding
from generator.location import Location
from generator.reports.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
NOWHERE = "content"
"""The file of a finding that has none: viewers refuse an empty one."""


MOST = 25_000
"""Results in a run; GitHub refuses a file with more."""


def render(report: Report) -> str:
    known = list(rules().values())
    index = {rule.id: position for position, rule in enumerate(known)}
    seen: Counter[str] = Counter()
    findings = report.open
    if len(findings) > MOST:
        findings = sorted(findings, key=lambda finding: (finding.level.rank, finding.sort_key))[:MOST]
    run = {
        "tool": {"driver": {"name": "tuneup", "version": _version(), "rules": [_rule(rule) for rule in known]}},
        **_left_out(len(report.open) - len(findings)),
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, seen) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _left_out(more: int) -> dict[str, Any]:
    if not more:
        return {}
    said = f"{more:,} more finding{'s are' if more > 1 else ' is'} left out: {MOST:,} are shown at most, worst first"
    told = {"level": "warning", "message": {"text": said}}
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [told]}]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.manual[:1000]},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": [rule.area]},
    }


def _result(finding: Finding, index: dict[str, int], seen: Counter[str]) -> dict[str, Any]:
    said = finding.complaint
    text = "\n".join([said.message, *([f"help: {said.help}"] if said.help else []), *said.notes])
    result: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return {
        **result,
        "level": finding.level.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(finding, seen)},
    }


def _place(place: Location) -> dict[str, Any]:
    region = {"startLine": max(1, place.line)}
    if place.line and place.column:
        region |= {"startColumn": place.column, "endColumn": place.column + place.width}
    return {"artifactLocation": {"uri": quote(place.file or NOWHERE)}, "region": region}


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Stays the same when lines move and days pass: what the finding is about, never where or when it was found."""
    said = finding.complaint
    about = said.match or (said.subject + said.record) or "".join(c for c in said.message if not c.isdigit())
    parts = (finding.rule, finding.location.file, said.record, said.subject, said.source, " ".join(about.split()))
    digest = sha256("\0".join(parts).encode()).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _version() -> str:
    try:
        return version("tuneup")
    except PackageNotFoundError:
        return "0"
