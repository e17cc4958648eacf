"""`tuneup changes [FROM [TO]]`: what changed between two versions, in the seller's words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import click

from generator.areas.company import Person
from generator.build import look
from generator.cli.common import refuse_mistakes, settings_for, where_and_when, write
from generator.derive.audiences.audience import seen_by
from generator.derive.facts import Facts
from generator.derive.history.changes import find_changes
from generator.leaks.tellable import tellable_changes
from generator.loading import OptionError, not_here, read_options
from generator.loading import settings as settings_of
from generator.loading.git.versions import NoPlaybookError, at_version, short, versions
from generator.loading.problem import MISREAD, UNREAD
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.settings import Settings
from generator.reports.changes import News, news_reports

NO_CHECKS = frozenset({"content"})
NOW = "now"


@click.command()
@click.argument("old", required=False, metavar="[FROM")
@click.argument("new", required=False, metavar="[TO]]")
@where_and_when
@click.option("--report", type=click.Choice(list(news_reports())), default="full", show_default=True, help="Its form.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it here.")
def command(
    old: str | None,
    new: str | None,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    report: str,
    output: Path | None,
) -> None:
    """Tell what changed between two versions: who is concerned, from when, and what to say instead.

    FROM and TO are tags, commits or folders of a playbook. Without TO: the files as they are. Without FROM: the
    last tag.
    """
    settings = settings_for(root, as_of, audience)
    first = old or _last(settings)
    if not (Path(first).is_dir() or (new and Path(new).is_dir())):
        _say_what_has_no_versions(settings)
    text = told_between(first, new, settings, names=(short(first), short(new or NOW)), report=report, sure=True)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)


def _say_what_has_no_versions(settings: Settings) -> None:
    for folder in settings.elsewhere:
        if folder in not_here(settings):
            continue
        click.echo(
            f"{folder.name}/ lies outside this repository and has no versions here: it is read as it is now, and what "
            "changed in it is not told; compare with a folder that holds a copy of both",
            err=True,
        )


def told_between(
    old: str, new: str | None, settings: Settings, *, names: tuple[str, str], report: str, sure: bool = False
) -> str:
    """What changed between two versions, which the report calls by `names`; without `new`, to the files as they are.

    `sure` refuses a new version with mistakes: what could not be read would count as changed.
    """
    with _version(new, settings) as after:
        now = look(after, only=NO_CHECKS).facts
        if sure:
            refuse_mistakes(now, UNREAD | MISREAD)
        with _before(old, settings) as before:
            was = look(before, only=NO_CHECKS).facts if before else Facts(Playbook({}), settings.today)
            told = news(was, now, settings, *names)
    return news_reports()[report](replace(told, first=before is None))


@contextmanager
def _before(name: str, settings: Settings) -> Iterator[Settings | None]:
    """None where there was no playbook yet, as in what a pull request starts from that brings the first."""
    with ExitStack() as stack:
        try:
            there = stack.enter_context(_version(name, settings))
        except NoPlaybookError:
            there = None
        yield there


def _last(settings: Settings) -> str:
    tags = versions(settings.root)
    if not tags:
        raise OptionError("there is no tag to compare with; name a commit, such as HEAD, or a folder")
    return tags[-1].name


@contextmanager
def _version(name: str | None, settings: Settings) -> Iterator[Settings]:
    if name is None:
        yield settings
    elif (folder := Path(name)).is_dir():
        root = folder.resolve()
        options = read_options(root) if (root / "mkdocs.yml").is_file() else {}
        own = settings_of(root, options)
        content = own.content
        if not any(part.is_dir() for part in content):
            raise OptionError(f"`{name}` holds no playbook: there is no `{content[0].name}/` in it")
        yield replace(settings, root=root, content=content, closed=own.closed)
    else:
        with at_version(settings, name) as there:
            yield there


def news(was: Facts, now: Facts, settings: Settings, old: str, new: str) -> News:
    changes = find_changes(was, now, settings.audience)
    entries = {**was.playbook.entries, **now.playbook.entries}
    return News(
        tellable_changes(changes, now.playbook, seen_by(now.playbook, settings.audience)),
        old,
        new,
        {id: entry.name.strip() for id, entry in entries.items() if isinstance(entry, Person)},
        {id: entry.label for id, entry in entries.items()},
        {id: entry.owner or "" for id, entry in entries.items() if isinstance(entry, Record)},
        {id: key for playbook in (was.playbook, now.playbook) for id, (key, _) in playbook.homes.items()},
        tuple((name, count) for name, facts in ((old, was), (new, now)) if (count := _mistakes(facts))),
    )


def _mistakes(facts: Facts) -> int:
    return sum(len(facts.problems.get(rule, ())) for rule in UNREAD | MISREAD)
