"""`tuneup serve`: a live preview in the browser."""

from __future__ import annotations

import datetime
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import root_of, settings_for, speak, where_and_when
from generator.model.words import Audience

if TYPE_CHECKING:
    from generator.mkdocs_plugin.preview.preview import Outcome


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port to listen on.")
@where_and_when
def command(host: str, port: int, root: Path | None, as_of: datetime.date | None, audience: str | None) -> None:
    """Show the playbook in the browser; an edit appears within a second, a mistake is shown where you look."""
    from generator.mkdocs_plugin.make import BuildStoppedError, Order
    from generator.mkdocs_plugin.preview.server import NoAddressError, serve  # slow to import

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    settings_for(root, as_of, audience)  # a wrong option is said before anything is tried
    order = Order(root_of(root), as_of, Audience(audience) if audience else None)
    try:
        serve(order, host=host, port=port, say=_say, announce=_announce, ready=_ready)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
    except BuildStoppedError as error:
        raise click.ClickException(str(error)) from error
    except NoAddressError as error:
        raise click.UsageError(str(error)) from error


def _ready(address: str) -> None:
    click.echo(f"Open {address} and edit the playbook; Ctrl+C ends the preview.")


def _announce(outcome: Outcome) -> None:
    """One line where all is well; the errors in full where not."""
    now = datetime.datetime.now().strftime("%H:%M:%S")
    if outcome.faults and outcome.look and outcome.settings:
        records = len(list(outcome.look.facts.playbook.records()))
        speak(outcome.faults, outcome.settings, records, report="full", output=None)
    if outcome.said:
        click.echo(f"error: {outcome.said}", err=True)
    if outcome.good:
        click.echo(f"{now} shown after {outcome.seconds:.2f} s{_waiting(outcome)}")
    else:
        what = "the last good site stays" if outcome.stays else "there is nothing to show"
        click.echo(f"{now} {what} until this is mended", err=True)


def _waiting(outcome: Outcome) -> str:
    found = [finding for finding in outcome.look.findings if finding.accepted is None] if outcome.look else []
    return f'; {len(found)} findings wait, see "tuneup check"' if found else ""


def _say(level: str, message: str) -> None:
    click.echo(f"{level}[site]: {message}", err=True)
