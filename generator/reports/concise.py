"""One line a finding, for editors and for `grep`."""

from __future__ import annotations

from generator.reports.report import Report


def render(report: Report) -> str:
    lines = [f"{f.location}: {f.level}[{f.rule}] {' '.join(f.complaint.message.split())}" for f in report.open]
    return "\n".join([*lines, f"{report.summary}."]) + "\n"
