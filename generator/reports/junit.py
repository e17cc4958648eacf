"""JUnit's XML, for CI servers: a rule that found nothing passes, each error fails, what is accepted is skipped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from generator.checks import rules
from generator.checks.rule import Rule
from generator.finding import Finding, Level
from generator.reports.report import Report

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    found = {finding.rule for finding in report.findings}
    passed = [rule for rule in rules().values() if rule.id not in found and _was_looked_at(rule, report)]
    failures = sum(finding.level is Level.ERROR for finding in report.open)
    suite = ElementTree.Element(
        "testsuite",
        name="tuneup",
        tests=str(len(passed) + len(report.findings)),
        failures=str(failures),
        errors="0",
        skipped=str(len(report.accepted)),
    )
    for rule in passed:
        ElementTree.SubElement(suite, "testcase", classname=rule.area, name=rule.id)
    for finding in report.findings:
        _case(suite, finding)
    top = ElementTree.Element("testsuites")
    top.append(suite)
    ElementTree.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(top, encoding="unicode")}\n'


def _was_looked_at(rule: Rule, report: Report) -> bool:
    """A report on drift says nothing of what is no message."""
    return report.drift is None or rule.area in {"messaging", "content"}


def _case(suite: ElementTree.Element, finding: Finding) -> None:
    said = finding.complaint
    name = _clean(f"{finding.rule} {finding.location}")
    case = ElementTree.SubElement(
        suite, "testcase", classname=finding.area, name=name, file=_clean(finding.location.file)
    )
    text = "\n".join([said.message, *([f"help: {said.help}"] if said.help else []), *said.notes])
    if finding.accepted is not None:
        until = f" until {finding.accepted.until}" if finding.accepted.until else ""
        ElementTree.SubElement(case, "skipped", message=_clean(f"accepted{until}: {finding.accepted.because}"))
    elif finding.level is Level.ERROR:
        ElementTree.SubElement(case, "failure", message=_clean(said.message), type=finding.rule).text = _clean(text)
    else:
        ElementTree.SubElement(case, "system-out").text = _clean(f"{finding.level}: {text}")


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
