"""Options and steps that several verbs share."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import loading
from generator.build import Look
from generator.derive.drift import Drift
from generator.derive.facts import Facts
from generator.finding import Finding, Level
from generator.location import Location
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.reports import Report, reports

SHOWN = frozenset({".yml", ".yaml", ".md", ".csv", ".txt", ".html", ".htm", ".vtt", ".srt", ".eml"})
"""Files of which a report shows the line."""

FROM_TOP = frozenset({"github", "sarif"})
"""Reports for a forge, which finds files from the top of the repository; the playbook may lie in a folder of it."""

F = TypeVar("F", bound=Callable[..., Any])


def where_and_when(command: F) -> F:
    """`--root`, `--as-of` and `--audience`: which playbook, on which day, for whom."""
    for option in (
        click.option("--audience", type=click.Choice([a.value for a in Audience]), help="Who the result is for."),
        click.option(
            "--as-of", metavar="DATE", callback=parse_day, help="Judge as on this day, year-month-day. Default: today."
        ),
        click.option(
            "--root",
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help="The playbook's folder. Default: the nearest one from here upwards.",
        ),
    ):
        command = option(command)
    return command


def how_to_report(command: F) -> F:
    """`--report`, `--output` and `--fail-on`: in what form, where to, and what counts as failed."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "note", "never"]),
            default="error",
            show_default=True,
            help="The mildest finding that makes the exit code 1.",
        ),
        click.option(
            "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the report here."
        ),
        click.option(
            "--report", type=click.Choice(list(reports())), default="full", show_default=True, help="Its form."
        ),
    ):
        command = option(command)
    return command


def settings_for(root: Path | None, as_of: datetime.date | None, audience: str | None) -> Settings:
    """The settings of the playbook at or above `root`."""
    folder = root_of(root)
    chosen = Audience(audience) if audience else None
    return loading.settings(folder, loading.read_options(folder), as_of=as_of, audience=chosen)


def root_of(start: Path | None) -> Path:
    """The folder of the playbook at or above `start`, or above here."""
    return loading.find_root((start or Path.cwd()).resolve())


def speak(
    findings: list[Finding],
    settings: Settings,
    records: int,
    *,
    report: str,
    output: Path | None,
    drift: Drift | None = None,
    err: bool = False,
) -> None:
    """Prints the report, or writes it beside its place and moves it there. `err` prints what is not the result."""
    terminal = output is None and (sys.stderr if err else sys.stdout).isatty()
    colour = terminal and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns if terminal else 0
    if report in FROM_TOP:
        findings = _from_top(findings, settings.root)
    content = Report(findings, _lines(settings.root), records, settings.today.isoformat(), colour, width, drift)
    text = reports()[report](content)
    if output is None:
        click.echo(text, nl=False, err=err, color=True if colour else None)
    else:
        write(output, text)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if report == "github" and summary:
        from generator.reports.github import summary as summarise

        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(summarise(content))


def _from_top(findings: list[Finding], root: Path) -> list[Finding]:
    from generator.exports.export import repository

    below = root.resolve().relative_to(repository(root))
    return [_moved(finding, below) for finding in findings] if below.parts else findings


def _moved(finding: Finding, below: Path) -> Finding:
    place = finding.location
    moved = replace(place, file=(below / place.file).as_posix())
    return replace(finding, complaint=replace(finding.complaint, location=moved))


class OpenErrorsError(Exception):
    """The playbook cannot be used as it is; its report has said why."""


def speak_or_stop(seen: Look, settings: Settings) -> None:
    """The findings as `tuneup check` prints them; raises `OpenErrorsError` where an error is open."""
    speak(seen.findings, settings, len(list(seen.facts.playbook.records())), report="full", output=None)
    if exit_code(seen.findings, "error"):
        raise OpenErrorsError


def refuse_mistakes(facts: Facts, rules: Iterable[str]) -> None:
    """What is said of half a playbook, or recorded of it, is not what people wrote."""
    count = sum(len(facts.problems.get(rule, ())) for rule in rules)
    if count:
        many = f"{count} mistakes" if count > 1 else "a mistake"
        cure = f"mend {'them' if count > 1 else 'it'} first"
        raise click.ClickException(f'the content has {many}; run "tuneup check content" and {cure}')


def exit_code(findings: list[Finding], fail_on: str) -> int:
    """1 where an open finding is at or above `fail_on`."""
    if fail_on == "never":
        return 0
    return int(any(f.accepted is None and f.level.rank <= Level(fail_on).rank for f in findings))


def write(path: Path, text: str) -> None:
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Writes beside the place and moves it there, so that no reader ever finds half a file; a link stays a link."""
    if path.exists() and not path.is_file():
        path.open("wb", buffering=0).write(data)
        return
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        error.filename = str(path)  # what is asked for, not the name beside it
        raise
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    Path(beside).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
    Path(beside).replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _lines(root: Path) -> Callable[[Location], str]:
    from generator.readers.reading.decoding import decode_all

    @lru_cache(maxsize=64)
    def lines(file: str) -> list[str]:
        path = root / file
        if path.suffix not in SHOWN or not path.is_file():
            return []
        return decode_all(path.read_bytes())[0].removeprefix("\ufeff").split("\n")

    def line_at(location: Location) -> str:
        found = lines(location.file)[location.line - 1 : location.line] if location.line else []
        return found[0] if found else ""

    return line_at


def parse_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> datetime.date | None:
    """The day that an option names; for `callback=`."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"`{value}` is not a day; write year-month-day, for example 2026-11-23") from None
