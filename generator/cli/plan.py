"""`tuneup plan`: what a hire learns on which date, and why then."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.areas.rap import Track
from generator.cli.common import parse_day, settings_for, where_and_when, write, write_bytes
from generator.derive.audience import seen_by
from generator.derive.curriculum import journey_of
from generator.exports.timetable import as_json, table
from generator.loading import load
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.words import Status

FURTHEST = 10
"""Years between today and a first day at most; what lies further away is a slip of the pen."""


@click.command()
@where_and_when
@click.option("--track", metavar="ROLE", help="The role or track, such as ae. Needed where there are several.")
@click.option("--start", metavar="DATE", callback=parse_day, help="The hire's first day. Default: today.")
@click.option("--report", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Its form.")
@click.option("--why", "whys", is_flag=True, help="Say under each module why it lies on its day.")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also write a calendar.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the plan here.")
@click.pass_context
def command(
    context: click.Context,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    track: str | None,
    start: datetime.date | None,
    report: str,
    whys: bool,
    ics: Path | None,
    output: Path | None,
) -> None:
    """Show the dated plan of somebody who starts on a day. Exit 1 where no plan fits."""
    settings = settings_for(root, as_of, audience)
    playbook = seen_by(load(settings).playbook, settings.audience)
    first = _first_day(start or settings.today, settings.today)
    journey = journey_of(playbook, _track(playbook, track), first, settings.today)
    text = as_json(journey) if report == "json" else table(journey, whys=whys)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
    if ics is not None:
        from generator.exports.ics import calendar_file  # only this needs the calendar library

        write_bytes(ics, calendar_file(journey, today=settings.today))
        click.echo(f"calendar written to {ics}", err=True)
    since, until = journey.starts_before_holidays(), journey.unknown_holidays()
    if since is not None:
        click.echo(f"no holidays are known before {since}; add them to `{journey.track.calendar}`", err=True)
    if until is not None:
        click.echo(f"no holidays are known after {until}; add them to `{journey.track.calendar}`", err=True)
    context.exit(int(bool(journey.plan.clashes)))


def _first_day(start: datetime.date, today: datetime.date) -> datetime.date:
    if abs(start.year - today.year) <= FURTHEST:
        return start
    why = f"{start} is more than {FURTHEST} years away from today, {today}; check the year"
    raise click.BadParameter(why, param_hint="--start")


def _track(playbook: Playbook, wanted: str | None) -> Track:
    tracks = [track for track in playbook.of(Track) if track.status is Status.ACTIVE]
    names = ", ".join(track.role for track in tracks)
    if not tracks:
        raise click.UsageError("the playbook has no tracks; write one in `content/rap.yml`")
    if wanted is None and len(tracks) == 1:
        return tracks[0]
    if wanted is None:
        raise click.BadParameter(f"several tracks; use one of: {names}", param_hint="--track")
    for track in tracks:
        if wanted in (track.id, track.role):
            return track
    near = nearest(wanted, [word for track in tracks for word in (track.role, track.id)])
    cure = f"use `{near}`" if near else f"use one of: {names}"
    raise click.BadParameter(f"no track is called `{wanted}`; {cure}", param_hint="--track")
