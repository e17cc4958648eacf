"""Draws the matrix of messages and sources for a terminal: one sign a cell, a legend below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.drift import Drift, Verdict

SIGNS = {
    Verdict.CARRIED: ("✓", "32", "carried"),
    Verdict.ALTERED: ("≠", "31", "altered"),
    Verdict.NUMBER: ("#", "31", "another number"),
    Verdict.RETIRED: ("▲", "31", "retired wording"),
    Verdict.EARLY: ("◷", "31", "campaign not begun"),
    Verdict.EXPIRED: ("◴", "31", "campaign over"),
    Verdict.MISSING: ("○", "31", "missing"),
    Verdict.HIDDEN: ("◌", "33", "only hidden"),
    Verdict.UNKNOWN: ("?", "33", "unknown"),
    Verdict.SILENT: ("·", "2", "not said, need not be"),
}
WIDEST_NAME = 28
WIDTH = 100
"""Characters a line where nobody looks on; a terminal has its own."""


def matrix(drift: Drift, *, colour: bool = False, width: int = 0) -> str:
    """Messages down, sources across by number, their names below; in several parts where it is wider than `width`."""
    width = width or WIDTH
    rows = [message for message in drift.messages if any(_is_said(drift, message))]
    name = min(WIDEST_NAME, max((len(row) for row in rows), default=0))
    most = max(1, (width - name - 1) // 3)
    lines: list[str] = []
    for first in range(0, len(drift.sources), most):
        lines += [*_part(drift, rows, range(first, min(first + most, len(drift.sources))), name, colour), ""]
    return "\n".join([*lines, *_sources(drift), "", *_legend(drift, rows, colour, width)]) + "\n"


def _is_said(drift: Drift, message: str) -> Iterator[bool]:
    return (cell.required or bool(cell.evidence) for cell in drift.row(message))


def _part(drift: Drift, rows: Sequence[str], columns: range, name: int, colour: bool) -> Iterator[str]:
    yield " " * (name + 1) + "".join(f"{number + 1:>3}" for number in columns)
    for row in rows:
        cells = drift.row(row)
        signs = "".join("  " + _sign(cells[number].verdict, colour) for number in columns)
        yield f"{row[:name]:<{name + 1}}{signs}"


def _sources(drift: Drift) -> Iterator[str]:
    for number, source in enumerate(drift.sources, 1):
        yield f"{number:>3}  {source:<24} {_counted(drift, source)}".rstrip()


def _counted(drift: Drift, source: str) -> str:
    """`7 carried, 1 missing`, or why nothing is known."""
    if source in drift.unknown:
        return f"unknown: {drift.unknown[source]}"
    verdicts = [cell.verdict for cell in drift.column(source) if cell.verdict is not Verdict.SILENT]
    words = sum(term.source == source for term in drift.terms)
    counted = [_so_many(verdicts.count(verdict), verdict) for verdict in SIGNS if verdict in verdicts]
    return ", ".join([*counted, f"{words} to be called otherwise"] if words else counted)


def _so_many(count: int, verdict: Verdict) -> str:
    if verdict is Verdict.NUMBER:
        return f"{count} other number{'s' if count > 1 else ''}"
    return f"{count} {verdict.value}"


def _legend(drift: Drift, rows: Sequence[str], colour: bool, width: int) -> Iterator[str]:
    there = {cell.verdict for row in rows for cell in drift.row(row)}
    line, length = "", 0
    for verdict in SIGNS:
        if verdict not in there:
            continue
        more = 5 + len(SIGNS[verdict][2])
        if line and length + more > width:
            yield line
            line, length = "", 0
        line += f"{'   ' if line else ''}{_sign(verdict, colour)} {SIGNS[verdict][2]}"
        length += more
    yield line


def _sign(verdict: Verdict, colour: bool) -> str:
    sign, code, _ = SIGNS[verdict]
    return f"\x1b[{code}m{sign}\x1b[0m" if colour else sign
