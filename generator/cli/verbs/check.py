"""`tuneup check`: every check over every area, or over those named."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.areas import discover
from generator.build import look
from generator.cli.common import exit_code, how_to_report, settings_for, speak, where_and_when
from generator.cli.sound import is_sound, templates_are_sound
from generator.loading.words import nearest


@click.command()
@click.argument("areas", nargs=-1, metavar="[AREA]...")
@where_and_when
@how_to_report
@click.pass_context
def command(
    context: click.Context,
    areas: tuple[str, ...],
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    report: str,
    output: Path | None,
    fail_on: str,
) -> None:
    """Look through the playbook and say what needs a person.

    AREA keeps to the checks of one area or more, such as objectives or rap.
    """
    _known(areas)
    settings = settings_for(root, as_of, audience)
    seen = look(settings, only=frozenset(areas))
    records = len(list(seen.facts.playbook.records()))
    speak(seen.findings, settings, records, report=report, output=output)
    sound = is_sound(settings.root, settings.audience if audience else None)
    usable = templates_are_sound(settings)
    context.exit(max(exit_code(seen.findings, fail_on), 0 if usable else 1) if sound else 2)


def _known(areas: tuple[str, ...]) -> None:
    known = [*discover(), "every-record", "content"]
    for area in areas:
        if area not in known:
            near = nearest(area, known)
            cure = f"the nearest is `{near}`" if near else f"use one of: {', '.join(known)}"
            raise click.BadParameter(f"no area is called `{area}`; {cure}", param_hint="AREA")
