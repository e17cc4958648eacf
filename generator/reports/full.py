"""The report for people: each finding with its excerpt, the reason and the cure; the gravest last, above the prompt.

A note on several places in the same words is said once, at the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Finding, Level
from generator.reports.matrix import matrix
from generator.reports.report import Report, wrapped
from generator.reports.spoken import spoken

COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
WIDEST = 160
"""Characters of a line that an excerpt shows; long block texts would fill the screen. A narrow terminal shows fewer."""
SHORTEST = 40
SAYS = "it says: "
"""Begins the note with the words that an excerpt may show already."""
BEHIND = 20
"""So many characters behind the place that is meant are shown at least."""


def render(report: Report) -> str:
    paint = _painted if report.colour else _plain
    ordered = sorted(_alike(report.open), key=lambda findings: -findings[0].level.rank)
    pieces = ["\n".join(_finding(first, others, report, paint)) + "\n" for first, *others in ordered]
    last = f"{report.summary}."
    if report.open:
        last += f' Run "tuneup explain {_worst(report.open).rule}" for the reason behind a rule.'
    drawn = ""
    if report.drift:
        drawn = matrix(report.drift, colour=report.colour, width=report.width) + "\n"
        drawn += spoken(report.drift, colour=report.colour, width=report.width)
    return drawn + "\n".join([*pieces, last]) + "\n"


def _worst(findings: list[Finding]) -> Finding:
    return min(findings, key=lambda finding: (finding.level.rank, finding.sort_key))


def _alike(findings: list[Finding]) -> list[list[Finding]]:
    """Notes that say and advise the same together, in the order of the first of them; what is graver stands alone."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        said = one.complaint
        key = (one.rule, said.message, said.help, said.notes) if one.level is Level.NOTE else (id(one),)
        alike.setdefault(key, []).append(one)
    return list(alike.values())


def _finding(finding: Finding, others: list[Finding], report: Report, paint: _Paint) -> Iterator[str]:
    said, place = finding.complaint, finding.location
    yield paint(f"{finding.level}[{finding.rule}]", f"1;{COLOURS[finding.level]}") + paint(f": {said.message}", "1")
    number = str(place.line or "")
    gutter = " " * len(number)
    yield f"{gutter}{paint('-->', '34')} {place}"
    line = report.line_at(place)
    shown, start = _window(line.rstrip().replace("\t", " "), place.column, _widest(report, gutter))
    if line.strip():
        yield from _excerpt(finding, shown, start, number, gutter, paint)
    extra = [("help", said.help)] if said.help else []
    extra += [("note", note) for note in said.notes if not _is_in(shown, note)]
    extra += [("note", f"the same at {', '.join(str(one.location) for one in others)}")] if others else []
    if extra and line.strip():
        yield f"{gutter} {paint('|', '34')}"
    for word, text in extra:
        begun = len(f"{gutter} = {word}: ")
        yield f"{gutter} {paint('=', '34')} {paint(word + ':', '1')} {wrapped(text, report.width, begun, begun)}"


def _widest(report: Report, gutter: str) -> int:
    """Characters of an excerpt that stay on one line of the terminal."""
    return max(SHORTEST, min(WIDEST, report.width - len(gutter) - 3)) if report.width else WIDEST


def _is_in(shown: str, note: str) -> bool:
    """Whether a note only quotes what the excerpt shows."""
    return note.startswith(SAYS) and note.removeprefix(SAYS) in shown


def _excerpt(finding: Finding, shown: str, start: int, number: str, gutter: str, paint: _Paint) -> Iterator[str]:
    place = finding.location
    marks = "^" * max(1, min(place.width, len(shown) - start + 1))
    bar = paint("|", "34")
    yield f"{gutter} {bar}"
    yield f"{paint(number, '34')} {bar} {shown}"
    under = f"{' ' * (start - 1)}{paint(marks, COLOURS[finding.level])} {finding.complaint.label}"
    yield f"{gutter} {bar} {under.rstrip()}"


def _window(line: str, column: int, widest: int) -> tuple[str, int]:
    """The part of a line that is shown, and the column there: the beginning, or what stands around the place."""
    first = 0 if column + BEHIND <= widest else max(0, min(column - 1 - widest // 2, len(line) - widest))
    shown = line[first : first + widest]
    if first:
        shown = "…" + shown[1:]
    if first + widest < len(line):
        shown = shown[:-1] + "…"
    return shown, min(column - first, len(shown) + 1)


class _Paint:
    """How a piece of text is coloured: `paint(text, code)`."""

    def __call__(self, text: str, code: str) -> str:  # noqa: ARG002  (without colour)
        return text


class _Colours(_Paint):
    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m"


_plain = _Paint()
_painted = _Colours()
