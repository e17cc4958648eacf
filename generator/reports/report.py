"""What every report is given, and how the formats are found."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

from generator.checks.accept import BASELINE
from generator.derive.drift import Drift
from generator.finding import Finding, Level
from generator.loading.problem import UNREAD
from generator.location import Location


@dataclass(frozen=True)
class Report:
    """Findings in the order of files and lines, and what is needed to show them.

    `line_at` gives the text of the line at a location, empty where there is none. `records` is how
    many records were looked at. `colour` is only for formats that a person reads on a terminal,
    and `width` are its columns, 0 elsewhere.
    """

    findings: Sequence[Finding]
    line_at: Callable[[Location], str]
    records: int
    as_of: str
    colour: bool = False
    width: int = 0
    drift: Drift | None = None
    """The matrix of messages and sources, where the report is about it."""

    @property
    def open(self) -> list[Finding]:
        """The findings that nobody has accepted."""
        return [finding for finding in self.findings if finding.accepted is None]

    @property
    def accepted(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.accepted is not None]

    @property
    def counts(self) -> Counter[Level]:
        return Counter(finding.level for finding in self.open)

    @property
    def summary(self) -> str:
        """`2 errors, 1 warning, 3 accepted in 214 records`, without a final stop."""
        parts = [
            f"{self.counts[level]} {level}{'s' if self.counts[level] != 1 else ''}"
            for level in (Level.ERROR, Level.WARNING, Level.NOTE)
            if self.counts[level]
        ]
        old = sum(finding.accepted is not None and finding.accepted.by == BASELINE for finding in self.findings)
        if len(self.accepted) > old:
            parts.append(f"{len(self.accepted) - old} accepted")
        if old:
            parts.append(f"{old} in the baseline")
        waits = any(finding.rule in UNREAD for finding in self.findings)
        rest = "; all other checks wait until every file can be read" if waits else ""
        many = "s" if self.records != 1 else ""
        return f"{', '.join(parts) or 'nothing to mend'} in {self.records} record{many}{rest}"


LEAST = 20
"""Characters of a line that are worth wrapping in."""


def wrapped(text: str, width: int, begun: int, indent: int) -> str:
    """The text in lines of a terminal of so many columns, 0 for no end; `begun` of the first are written already."""
    if not width or width - max(begun, indent) < LEAST:
        return text
    held = textwrap.wrap(
        f"{'x' * begun}{text}", width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(held)[begun:]


NOT_FORMATS = frozenset({"report", "matrix", "spoken", "cells"})


class Format(Protocol):
    """What a file in `reports/` holds. Its name, without a final underscore, is the format's name."""

    def render(self, report: Report) -> str: ...


@cache
def reports() -> Mapping[str, Callable[[Report], str]]:
    """Every format by its name."""
    return forms("generator.reports", Path(__file__).parent)


def forms(package: str, folder: Path) -> Mapping[str, Callable[[Any], str]]:
    """The `render` of every file of a folder of reports; a file is only imported when its form is asked for."""
    found = [module.name for module in pkgutil.iter_modules([str(folder)]) if not module.ispkg]
    return {name.rstrip("_"): _render(f"{package}.{name}") for name in sorted(found) if name not in NOT_FORMATS}


def _render(module: str) -> Callable[[Any], str]:
    def render(given: Any) -> str:
        return cast(Format, importlib.import_module(module)).render(given)

    return render
