"""`tuneup status`: the twelve lamps, what falls due next, and how they stood in earlier versions."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.areas import discover
from generator.build import dashboard, look
from generator.build import history as versions_of
from generator.cli.common import settings_for, where_and_when, write
from generator.derive.state.lamps import lit_between
from generator.loading.builtin import built_in
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.reports.status import Dashboard, status_reports

NEXT = 10


@click.command()
@where_and_when
@click.option("--history", is_flag=True, help="Also how the lamps stood in each version that git has a tag of.")
@click.option(
    "--report", type=click.Choice(list(status_reports())), default="full", show_default=True, help="Its form."
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it here.")
@click.pass_context
def command(
    context: click.Context,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    history: bool,
    report: str,
    output: Path | None,
) -> None:
    """Show the twelve lamps and the next ten things due, by all that is known; with --audience as on their site.

    With --as-of on a day to come it also says what will light until then. Exits 1 where a file cannot be read, since
    no lamp can be trusted then.
    """
    settings = settings_for(root, as_of, audience)
    seen = look(settings)
    readers = Audience(audience) if audience else None
    if readers is Audience.PUBLIC:
        raise click.BadParameter("a public site shows no lamps; leave it out or name others", param_hint="--audience")
    lamps, due = dashboard(seen, readers)
    inside = settings.audience is not Audience.PUBLIC
    terminal = output is None and sys.stdout.isatty()
    board = Dashboard(
        settings.today,
        lamps,
        [one for one in due if one.on >= settings.today][:NEXT],
        versions_of(settings, readers) if history else (),
        site=settings.audience,
        hidden=lit_between(dashboard(seen, settings.audience)[0], lamps) if inside else (),
        names=_names(settings),
        width=shutil.get_terminal_size().columns if terminal else 0,
        colour=terminal and not os.environ.get("NO_COLOR"),
    )
    today = settings_for(root, None, audience).today
    if settings.today > today:
        board = replace(
            board, since=today, lit=lit_between(dashboard(look(replace(settings, today=today)), readers)[0], lamps)
        )
    text = status_reports()[report](board)
    if output is None:
        click.echo(text, nl=False, color=True if board.colour else None)
    else:
        write(output, text)
    context.exit(int(seen.facts.unread))


def _names(settings: Settings) -> dict[str, str]:
    """As the site calls the areas; as it does in English where the company's own labels cannot be used."""
    from generator.render.jinja.engine import folders  # slow to import
    from generator.render.jinja.fault import TemplateFaultError
    from generator.render.jinja.labels import FALLBACK, read_labels

    try:
        labels = read_labels(folders(settings.templates), settings.language)
    except TemplateFaultError:
        labels = read_labels([built_in()], FALLBACK)
    return {key: labels.area(key).unescape() for key in discover()}
