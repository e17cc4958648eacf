"""`tuneup release VERSION`: checks, builds, and publishes a version beside the older ones, or does nothing."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from generator.build import Look
from generator.cli.changes import told_between
from generator.cli.common import (
    OpenErrorsError,
    exit_code,
    settings_for,
    speak_or_stop,
    where_and_when,
    write,
)
from generator.cli.leaks import leaks_in
from generator.finding import Level
from generator.loading import OptionError, read_options
from generator.loading import settings as settings_of
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.publish import Draft, Made, Published, RefusedError, Wanted, Work, release
from generator.publish.git import Git

REMOTE = "origin"
"""Where it is pushed to where nobody says, if there is such a place."""
KEPT = 12
"""A playbook that is published every month can be looked up for a year."""


@click.command()
@click.argument("version", required=False, default="")
@click.option("--dry-run", is_flag=True, help="Do all but publish, and say what would be published.")
@click.option("--push/--no-push", default=None, help=f"To where. Default: to {REMOTE}, where there is one.")
@click.option("--remote", default=REMOTE, show_default=True, metavar="NAME", help="The place to push to.")
@click.option("--branch", default="gh-pages", show_default=True, metavar="NAME", help="The branch that is published.")
@click.option("--keep", type=click.IntRange(min=1), default=KEPT, show_default=True, help="How many versions stay.")
@click.option("--drop", multiple=True, metavar="VERSION", help="Take this older version away. Can be repeated.")
@click.option("--squash-history", is_flag=True, help="Forget the branch's history, so that what is gone is gone.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the release notes here."
)
@where_and_when
@click.pass_context
def command(
    context: click.Context,
    version: str,
    dry_run: bool,
    push: bool | None,
    remote: str,
    branch: str,
    keep: int,
    drop: tuple[str, ...],
    squash_history: bool,
    output: Path | None,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
) -> None:
    """Publish the playbook as VERSION: check, build, tag, and lay it beside the older ones on a branch for the web.

    Nothing is published where something is wrong; a release that was stopped is simply run again. The release notes
    go to the terminal and into the tag. Without VERSION, `--drop` only takes older versions away.
    """
    settings = replace(settings_for(root, as_of, audience), version=version)
    _refuse_readers(settings)
    wanted = Wanted(
        root=settings.root,
        version=version,
        branch=branch,
        remote=_remote(remote, push, settings.root),
        keep=keep,
        drop=drop,
        squash=squash_history,
        dry_run=dry_run,
    )
    builder = Builder(settings, as_of)
    try:
        draft = release(wanted, Work(builder.build, builder.read, builder.notes, say))
    except RefusedError as refused:
        click.echo(f"tuneup: {refused}", err=True)
        context.exit(1 if refused.judged else 2)
    _tell(draft, output)


class Builder:
    """What a release asks of this playbook."""

    def __init__(self, settings: Settings, as_of: datetime.date | None) -> None:
        from generator.mkdocs_plugin.make import Order  # slow to import

        self._settings = settings
        self._order = Order(settings.root, as_of, settings.audience, version=settings.version)

    def build(self, folder: Path, when: datetime.datetime) -> Made:
        """As `tuneup build`, but as a version, with the dates of its commit."""
        from generator.mkdocs_plugin.make import BuildStoppedError, build_site, configured
        from generator.render.version import gone_page

        try:
            with _dated(when):
                site = build_site(self._order, site_dir=folder, tell=_judge, say=_say_of_site)
            config = configured(self._order, _judge)
        except OpenErrorsError as error:
            raise RefusedError("nothing was published; mend the errors and release again", judged=True) from error
        except BuildStoppedError as error:
            raise RefusedError(f"nothing was published: {error}", judged=True) from error
        if not config.site_url:
            say("hint", "with `site_url` in mkdocs.yml the version menu leads to the same page, not to the start")
        if Git(self._settings.root).finds("rev-parse", "--is-shallow-repository") == "true":
            say(
                "hint",
                'without history the page of changes lacks older versions; "git fetch --unshallow --tags" brings it',
            )
        gone = gone_page(self._settings, config.site_name, config.site_url or "")
        return Made(site, gone, findable=self._settings.audience is Audience.PUBLIC)

    def read(self, folder: Path) -> tuple[list[str], str]:
        return leaks_in(folder, self._settings)

    def notes(self, before: Published | None) -> str:
        """In Markdown, for the readers of the site."""
        settings = self._settings
        if before is None:
            return f"The first version that is published: {settings.version}\n"
        return told_between(before.commit, None, settings, names=(before.version, settings.version), report="markdown")


def say(step: str, came_of_it: str) -> None:
    click.echo(f"  {step:<10}{came_of_it}", err=True)


def _refuse_readers(settings: Settings) -> None:
    """Whoever opens the branch is named in mkdocs.yml; `--audience` alone lays nothing there that is not for them."""
    options = read_options(settings.root)
    open_to = settings_of(settings.root, options).audience
    if not options.get("published") and settings.audience.rank > open_to.rank:
        raise OptionError(
            f"what is published is for {open_to}, as mkdocs.yml says (`audience`), and a version for "
            f"{settings.audience} would stand beside it; publish that from a configuration and to a place of its own, "
            f"or write there who can open this one, such as `published: {settings.audience}`"
        )


def _remote(name: str, push: bool | None, root: Path) -> str:
    """Empty where nothing is pushed."""
    known = Git(root).finds("remote").splitlines()
    if push is False or (push is None and name == REMOTE and not known):
        return ""
    if name not in known:
        others = f"; it knows: {', '.join(known)}" if known else ""
        raise OptionError(
            f"git knows no remote `{name}`{others}; add it, or publish in this repository alone with --no-push"
        )
    return name


def _tell(draft: Draft, output: Path | None) -> None:
    """The notes are the report; what became of the release is told beside it."""
    wanted = draft.wanted
    if draft.notes and output:
        write(output, draft.notes)
    elif draft.notes:
        click.echo(draft.notes, nl=False)
    where = f"the branch {wanted.branch}{f' at {wanted.remote}' if wanted.remote else ' of this repository'}"
    if wanted.dry_run:
        said = f"A dry run: nothing was published. It would go to {where}."
    elif not draft.changes:
        said = f"{wanted.version} is published from this commit on {where}."
    elif draft.builds:
        said = f"{wanted.version} is published on {where}; `latest` shows it."
    else:
        said = f"{', '.join(wanted.drop)} no longer stands on {where}."
    click.echo(said, err=True)


def _judge(seen: Look, settings: Settings) -> None:
    """Tells what stands in the way, and of the rest how much there is."""
    if exit_code(seen.findings, "error"):
        errors = [finding for finding in seen.findings if finding.level is Level.ERROR and finding.accepted is None]
        speak_or_stop(Look(seen.facts, errors), settings)
    levels = [finding.level for finding in seen.findings if finding.accepted is None]
    many = ((levels.count(level), level.value) for level in (Level.WARNING, Level.NOTE))
    say("checked", ", ".join(("no errors", *(f"{count} {word}{'' if count == 1 else 's'}" for count, word in many))))


def _say_of_site(level: str, message: str) -> None:
    say(level, message)


@contextlib.contextmanager
def _dated(when: datetime.datetime) -> Iterator[None]:
    """MkDocs dates the pages by this variable (https://reproducible-builds.org/specs/source-date-epoch/)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
