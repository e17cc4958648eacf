"""`tuneup build`: checks the playbook and makes its website."""

from __future__ import annotations

import datetime
import shlex
import sys
from pathlib import Path

import click

from generator.cli.common import OpenErrorsError, root_of, settings_for, speak_or_stop, where_and_when
from generator.model.words import Audience


@click.command()
@click.option("--strict", is_flag=True, help="A warning about the site itself, such as a dead link, fails the build.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to. Default: as mkdocs.yml says, else site/.",
)
@click.option("--offline", is_flag=True, help="A site that opens as a file, by a double click, without a web server.")
@where_and_when
@click.pass_context
def command(
    context: click.Context,
    strict: bool,
    site_dir: Path | None,
    offline: bool,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
) -> None:
    """Check the playbook, then make its website; one with errors leaves the last good site in place."""
    from generator.mkdocs_plugin.make import BuildStoppedError, NotConfiguredError, Order, build_site  # slow to import

    settings = settings_for(root, as_of, audience)  # a wrong option is said before anything is tried
    order = Order(root_of(root), as_of, Audience(audience) if audience else None, strict, offline=offline)
    try:
        site = build_site(order, site_dir=site_dir, tell=speak_or_stop, say=say)
    except OpenErrorsError:
        click.echo("No site was made; mend the errors and build again.", err=True)
        context.exit(1)
    except BuildStoppedError as error:
        click.echo(f"tuneup: no site was made: {error}", err=True)
        context.exit(2 if isinstance(error, NotConfiguredError) else 1)
    click.echo(f"The site is ready in {_short(site)}; {_how_to_look(site, offline)}")
    if settings.audience.rank > Audience.SALES.rank:
        click.echo(f"It is for the audience {settings.audience}: never put it where others can open it.", err=True)


def say(level: str, message: str) -> None:
    click.echo(f"{level}[site]: {message}", err=True)


def _how_to_look(site: Path, offline: bool) -> str:
    if offline:
        return f"open {site / 'index.html'} in a browser, also from a copy of the folder"
    words = [_short(Path(sys.executable)), "-m", "http.server", "--directory", _short(site)]
    return f"to look at it, run the next line and open http://localhost:8000\n  {shlex.join(words)}"


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
