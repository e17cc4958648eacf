"""`tuneup drift`: what each messaging source says of each message, and mending where one answer is right."""

from __future__ import annotations

import datetime
import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from click.core import ParameterSource

from generator.areas.sources import Source
from generator.build import Look, look
from generator.cli.common import exit_code, how_to_report, settings_for, speak, where_and_when, write_bytes
from generator.cli.common import write as write_text
from generator.cli.mending import Mending, find_mendings, left
from generator.finding import Finding, Level
from generator.loading.sources import Materials, Progress
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.settings import Settings


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@where_and_when
@how_to_report
@click.option("--fix", is_flag=True, help="Mend text sources where one answer is right.")
@click.option("--diff", is_flag=True, help="Show what --fix would do; write nothing.")
@click.option("--fetch", is_flag=True, help="Visit the addresses of sources and keep what is there, by day.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes that read. Default: by itself.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    report: str,
    output: Path | None,
    fail_on: str,
    fix: bool,
    diff: bool,
    fetch: bool,
    jobs: int,
) -> None:
    """Compare the messaging sources with the messages and show the matrix and what differs.

    SOURCE keeps to one source or more, such as deck-corporate. Decks and printed matter are mended by hand:
    each finding names the place and the words to write.
    """
    if diff and context.get_parameter_source("report") is not ParameterSource.DEFAULT:
        raise click.UsageError("--diff shows what would be written, in no form of report; leave out --report or --diff")
    settings = settings_for(root, as_of, audience)
    with _progress() as told:
        seen = look(
            settings,
            only=frozenset({"messaging"}),
            materials=Materials(settings, jobs=jobs, progress=told, fetch=fetch),
        )
        _known(sources, seen.facts.playbook)
        drift = seen.facts.drift
    if fix or diff:
        seen = _mend(seen, settings, sources, output, write=fix and not diff)
        drift = seen.facts.drift
        if diff:
            context.exit(exit_code(_about(seen.findings, sources), fail_on))
    findings = _about(seen.findings, sources)
    records = len(list(seen.facts.playbook.records()))
    speak(findings, settings, records, report=report, output=output, drift=drift.only(sources) if sources else drift)
    context.exit(exit_code(findings, fail_on))


def _known(sources: Sequence[str], playbook: Playbook) -> None:
    known = [source.id for source in playbook.of(Source)]
    for source in sources:
        if source not in known:
            near = nearest(source, known)
            cure = f"the nearest is `{near}`" if near else f"use one of: {', '.join(known)}"
            raise click.BadParameter(f"no source is called `{source}`; {cure}", param_hint="SOURCE")


def _about(findings: Sequence[Finding], sources: Sequence[str]) -> list[Finding]:
    """Drift of the sources, and mistakes in the playbook: a message with one is shown, but makes no findings."""
    return [
        finding
        for finding in findings
        if (finding.complaint.source and (not sources or finding.complaint.source in sources))
        or finding.area == "content"
    ]


def _mend(seen: Look, settings: Settings, sources: Sequence[str], output: Path | None, *, write: bool) -> Look:
    """Writes the mended files, or what would be written; what was looked at anew afterwards.

    Nothing while the playbook cannot be read as it is meant: what is accepted may be in the part that is read amiss.
    """
    mistakes = [f for f in seen.findings if f.area == "content" and f.level is Level.ERROR and f.accepted is None]
    if mistakes:
        many = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        click.echo(f'nothing is mended while the playbook has {many}; run "tuneup check content" first', err=True)
        return seen
    mendings = list(find_mendings(seen, settings, _about(seen.findings, sources)))
    if write:
        for mending in mendings:
            _write(mending, settings.root)
    elif output is None:
        click.echo("".join(mending.diff for mending in mendings), nl=False)
    else:
        write_text(output, "".join(mending.diff for mending in mendings))
    if not mendings:
        click.echo("nothing that can be mended by itself", err=True)
    after = look(settings, only=frozenset({"messaging"})) if mendings and write else seen
    count = left(_about(after.findings, sources))
    if count and (write or not mendings):
        click.echo(f"left for a person: {count} place{'s' if count > 1 else ''}", err=True)
    return after


def _write(mending: Mending, root: Path) -> None:
    """A file that cannot be written is told, and the others are mended."""
    file = root / mending.file
    try:
        if not file.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "it is read-only")
        write_bytes(file, mending.data)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        click.echo(f"not mended {mending.file}: {cause}; let it be written and run this again", err=True)
    else:
        _tell(mending)


def _tell(mending: Mending) -> None:
    for edit in mending.after.edits:
        old, new = (" ".join(text.split()) for text in (edit.was, edit.then))
        said = f'"{new}" instead of "{old}"' if old and new else f'added "{new}"' if new else f'took out "{old}"'
        click.echo(f"mended {mending.file}: {said} ({edit.about})", err=True)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    with click.progressbar(length=1, label="reading sources", file=sys.stderr) as bar:

        def told(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(done - bar.pos)

        yield told
