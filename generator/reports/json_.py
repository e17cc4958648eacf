"""Everything about every finding, accepted ones included, for other programs."""

from __future__ import annotations

import json
from typing import Any

from generator.finding import Finding
from generator.reports.cells import cells
from generator.reports.report import Report

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""


def render(report: Report) -> str:
    data: dict[str, Any] = {
        "version": VERSION,
        "as_of": report.as_of,
        "records": report.records,
        "counts": {level.value: count for level, count in sorted(report.counts.items())},
        "accepted": len(report.accepted),
        "findings": [_finding(finding) for finding in report.findings],
    }
    if report.drift is not None:
        data["drift"] = cells(report.drift)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    said, place = finding.complaint, finding.location
    accepted = finding.accepted
    data: dict[str, Any] = {
        "rule": finding.rule,
        "level": finding.level.value,
        "area": finding.area,
        "message": said.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "width": place.width,
        "record": said.record,
        "subject": said.subject,
        "source": said.source,
        "quote": said.match,
        "help": said.help,
        "notes": list(said.notes),
        "accepted": None,
    }
    if accepted is not None:
        data["accepted"] = {"because": accepted.because, "by": accepted.by, "until": accepted.until}
    return data
