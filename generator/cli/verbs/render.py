"""`tuneup render DIR`: the site as a plain docs folder, for hosts that know nothing of this generator."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator import loading
from generator.build import site
from generator.cli.common import OpenErrorsError, settings_for, speak_or_stop, where_and_when


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@where_and_when
@click.pass_context
def command(
    context: click.Context, directory: Path, root: Path | None, as_of: datetime.date | None, audience: str | None
) -> None:
    """Write the pages as a plain docs folder and an mkdocs.yml that MkDocs, properdocs or zensical can build."""
    from generator.mkdocs_plugin.plain import NotOursError, write_plain  # slow to import
    from generator.render.jinja.fault import TemplateFaultError

    settings = settings_for(root, as_of, audience)
    try:
        seen, made = site(settings)
        speak_or_stop(seen, settings)
        still = bool(as_of or loading.read_options(settings.root).get("as_of"))
        pages = write_plain(made, settings, directory, stands_still=still)
    except OpenErrorsError:
        click.echo("Nothing was written; mend the errors and try again.", err=True)
        context.exit(1)
    except TemplateFaultError as fault:
        click.echo(f"tuneup: nothing was written: {fault}", err=True)
        context.exit(1)
    except NotOursError as error:
        raise click.UsageError(str(error)) from error
    click.echo(
        f"{pages} pages in {directory / 'docs'}; build them with: properdocs build -f {directory / 'mkdocs.yml'}"
    )
