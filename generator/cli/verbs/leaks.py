"""`tuneup leaks DIR`: whether what is published says anything from above its readers."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.build import days_of_site
from generator.cli.common import settings_for, where_and_when
from generator.loading import load, not_here, read_options
from generator.loading.folders.files import shown
from generator.model.settings import Settings


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@where_and_when
@click.pass_context
def command(
    context: click.Context, directory: Path, root: Path | None, as_of: datetime.date | None, audience: str | None
) -> None:
    """Read a built site, or a branch with all its versions, for texts above the audience.

    `tuneup build` does it by itself; this is for what was published before.
    """
    settings = settings_for(root, as_of, audience)
    files, said = leaks_in(directory, settings)
    if unknown := not_looked_for(settings):
        click.echo(unknown, err=True)
    click.echo(said or f"Nothing above {settings.audience} in {directory}.")
    context.exit(int(bool(files)))


def not_looked_for(settings: Settings) -> str:
    """What the leak test cannot know: what stands in a folder that is not here."""
    names = ", ".join(shown(folder, settings.root) for folder in not_here(settings))
    return f"{names} is not here, so nothing of it was looked for" if names else ""


def leaks_in(directory: Path, settings: Settings) -> tuple[list[str], str]:
    """The files in the folder that say what is meant for others, and that in lines."""
    from generator.leaks import find_leaks
    from generator.mkdocs_plugin.make import Order, configured
    from generator.mkdocs_plugin.readers import shipped_with, told

    dirs = configured(Order(settings.root), lambda _seen, _settings: None).theme.dirs
    whole = load(settings).playbook
    leaks = find_leaks(
        directory,
        whole,
        settings.audience,
        not_secret=read_options(settings.root).get("not_secret") or (),
        days=days_of_site(whole, settings),
        known=shipped_with(dirs),
    )
    return [leak.file for leak in leaks], told(leaks, settings.audience) if leaks else ""
