"""Annotations for a pull request on GitHub, and the summary of the step."""

from __future__ import annotations

from generator.finding import Finding, Level
from generator.reports.report import Report

MOST = 10
"""GitHub shows ten errors and ten warnings a step and drops the rest without a word."""
COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(report: Report) -> str:
    lines: list[str] = []
    hidden: list[str] = []
    for level, command in COMMANDS.items():
        findings = [finding for finding in report.open if finding.level is level]
        # What is told of hidden ones is a notice too, and would be dropped as the eleventh.
        shown = MOST if level is not Level.NOTE or len(findings) + len(hidden) <= MOST else MOST - len(hidden) - 1
        lines += [_annotation(command, finding) for finding in findings[:shown]]
        if (more := len(findings) - shown) > 0:
            many = "s" if more > 1 else ""
            hidden.append(f"::notice title=tuneup::{more} more {level}{many} in the summary of this step")
    lines += hidden
    return "\n".join([*lines, f"{report.summary}."]) + "\n"


def summary(report: Report) -> str:
    """All open findings as Markdown, worst first, for `$GITHUB_STEP_SUMMARY`."""
    rows = sorted(report.open, key=lambda finding: (finding.level.rank, finding.sort_key))
    lines = ["### Playbook check", "", f"{report.summary[0].upper()}{report.summary[1:]}.", ""]
    if rows:
        lines += ["| Level | Where | What | What to do |", "|---|---|---|---|"]
    lines += [
        f"| {f.level} | {_cell(str(f.location))} | {_cell(f.complaint.message)} | {_cell(f.complaint.help)} |"
        for f in rows
    ]
    return "\n".join(lines) + "\n"


def _annotation(command: str, finding: Finding) -> str:
    place = finding.location
    where = f"file={_property(place.file)}"
    if place.line:
        where += f",line={place.line},col={place.column},endColumn={place.column + place.width}"
    text = finding.complaint.message + (f"\nhelp: {finding.complaint.help}" if finding.complaint.help else "")
    return f"::{command} {where},title={_property(finding.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
