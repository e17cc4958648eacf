"""`tuneup release VERSION`: checks, builds, and publishes a version beside the older ones, or does nothing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.common import settings_for, where_and_when, write
from generator.cli.releasing import Builder, say
from generator.loading import OptionError, read_options
from generator.loading import settings as settings_of
from generator.model.settings import Settings
from generator.publish import Draft, RefusedError, Wanted, Work, release
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
    _refuse_changes_elsewhere(settings)
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


def _refuse_changes_elsewhere(settings: Settings) -> None:
    """A content folder of another repository is part of the version, and must be found again as it was.

    That a folder is missing is told by the checks.
    """
    for folder in settings.elsewhere:
        if not folder.is_dir():
            continue
        changed = [line[3:] for line in Git(folder).finds("status", "--porcelain", "--", ".").splitlines()]
        if changed:
            raise OptionError(
                f"not committed in {folder.name}/: {', '.join(changed)}; commit or discard it, then release"
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
