"""A page to hand round: what to mend, gravest first, with the matrix of drift; nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from generator.derive.drift import Drift, Verdict
from generator.finding import Finding, Level
from generator.reports.matrix import SIGNS
from generator.reports.report import Report

STYLE = """
:root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --warn: #8a5a00; --good: #1d6b45 }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --warn: #ffc66b; --good: #7bd6a5 } }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 66rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; line-height: 1.2 } h2 { font-size: 1.15rem; margin-top: 2.2rem }
article { border-top: 1px solid var(--line); padding: .7rem 0 } p { margin: .2rem 0; max-width: 66ch }
small, .place { opacity: .8 } .error { color: var(--bad) } .warning { color: var(--warn) }
.wide { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .2rem .45rem; border-bottom: 1px solid var(--line); text-align: center; font-weight: 400 }
th[scope=row] { text-align: left; white-space: nowrap } .drift { color: var(--bad); font-weight: 700 }
.carried { color: var(--good) }
"""


_ID = re.compile(r"`([^`\n]+)`")
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}</body>
</html>
"""


def render(report: Report) -> str:
    summary = f"{report.summary[0].upper()}{report.summary[1:]}"
    body = "".join(
        [
            f"<h1>{escape(summary)}</h1>\n<p><small>As of {escape(report.as_of)}</small></p>\n",
            *(_section(level, report.open) for level in (Level.ERROR, Level.WARNING, Level.NOTE)),
            _matrix(report.drift) if report.drift else "",
            _accepted(report.accepted),
        ]
    )
    return PAGE.format(title=escape(summary), style=STYLE, body=body)


def _section(level: Level, findings: Iterable[Finding]) -> str:
    own = [finding for finding in findings if finding.level is level]
    if not own:
        return ""
    heading = f"{len(own)} {level}{'s' if len(own) > 1 else ''}"
    return f"<section>\n<h2>{heading}</h2>\n{''.join(map(_finding, own))}</section>\n"


def _finding(finding: Finding) -> str:
    said = finding.complaint
    lines = [
        f'<p><strong class="{finding.level}">{finding.level}</strong> {_said(said.message)}</p>',
        f'<p class="place"><code>{escape(str(finding.location))}</code> · {escape(finding.rule)}</p>',
        *([f"<p>→ {_said(said.help)}</p>"] if said.help else []),
        *(f"<p><small>{_said(note)}</small></p>" for note in said.notes),
    ]
    return "<article>\n" + "\n".join(lines) + "\n</article>\n"


def _said(text: str) -> str:
    """What a finding says, with ids set as code."""
    return _ID.sub(r"<code>\1</code>", escape(text, quote=False))


def _accepted(findings: list[Finding]) -> str:
    rows = []
    for finding in findings:
        if finding.accepted is not None:
            until = f" until {finding.accepted.until}" if finding.accepted.until else ""
            rows.append(
                f"<article>\n<p>{_said(finding.complaint.message)}</p>\n<p><small>accepted{escape(until)} by "
                f"{escape(finding.accepted.by)}: {escape(finding.accepted.because)}</small></p>\n</article>\n"
            )
    if not rows:
        return ""
    return f"<details>\n<summary>{len(rows)} accepted</summary>\n{''.join(rows)}</details>\n"


def _matrix(drift: Drift) -> str:
    """Messages down, sources across by number; a cell's words are read out and shown on hover."""
    head = "".join(f'<th scope="col" title="{escape(s)}">{n}</th>' for n, s in enumerate(drift.sources, 1))
    rows = [f"<tr><th></th>{head}</tr>\n"]
    for message in drift.messages:
        cells = drift.row(message)
        if any(cell.required or cell.evidence for cell in cells):
            rows.append(f'<tr><th scope="row">{escape(message)}</th>{"".join(_cell(c.verdict) for c in cells)}</tr>\n')
    names = "".join(f"<li>{escape(source)}</li>" for source in drift.sources)
    return (
        f'<h2>Messages and sources</h2>\n<div class="wide"><table>\n{"".join(rows)}</table></div>\n<ol>{names}</ol>\n'
    )


def _cell(verdict: Verdict) -> str:
    sign, _, words = SIGNS[verdict]
    look = "drift" if verdict.is_drift else verdict.value
    return f'<td class="{look}"><span role="img" aria-label="{words}" title="{words}">{sign}</span></td>'
