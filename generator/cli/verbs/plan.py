"""`tuneup plan`: what a hire learns on which date, and why then."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.areas.company import Company
from generator.areas.rap import Hire, Rap, Track
from generator.build import look
from generator.cli.common import parse_day, settings_for, speak, where_and_when, write, write_bytes
from generator.derive.audiences.audience import seen_by
from generator.derive.curriculum import journey_of
from generator.exports.plan_words import PlanWords
from generator.exports.timetable import as_json, table
from generator.finding import Finding, Level
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Status
from generator.render.jinja.engine import folders
from generator.render.jinja.labels import read_labels

MADE_OF = frozenset({Rap.KEY, Company.KEY})
"""The areas that a plan is made of: their files, or folders of files."""
FURTHEST = 10
"""Years between today and a first day at most; what lies further away is a slip of the pen."""


@click.command()
@where_and_when
@click.option(
    "--track", metavar="TRACK", help="The role, such as ae, or the track's id. Needed where there are several."
)
@click.option("--start", metavar="DATE", callback=parse_day, help="The hire's first day. Default: today.")
@click.option("--hire", metavar="HIRE", help="For somebody of data/hires.csv: their track and first day.")
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
    hire: str | None,
    report: str,
    whys: bool,
    ics: Path | None,
    output: Path | None,
) -> None:
    """Show the dated plan of somebody who starts on a day. Exit 1 where something does not fit.

    A calendar made with --hire keeps its events: when the first day moves, a later file moves them.
    """
    settings = settings_for(root, as_of, audience)
    whole = _read(settings)
    playbook = seen_by(whole, settings.audience)
    whose = _hire(whole, hire) if hire is not None else None
    first = _first_day(start or (whose.start if whose else settings.today), settings.today)
    theirs = _track_of(playbook, whose) if whose and (track is None or whose.track) else None
    chosen = theirs if theirs and track is None else _track(playbook, track)
    if whose and (chosen.role != whose.role or (theirs and theirs.id != chosen.id)):
        follows = f"track `{theirs.id}`" if theirs else f"the role `{whose.role}`"
        click.echo(f"`{whose.id}` follows {follows}; this is the plan of track `{chosen.id}`", err=True)
    journey = journey_of(playbook, chosen, first, settings.today)
    words = PlanWords(journey, read_labels(folders(settings.templates), settings.language), whose.id if whose else "")
    text = as_json(words) if report == "json" else table(words, whys=whys)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
    if ics is not None:
        from generator.exports.ics import calendar_file  # only this needs the calendar library

        write_bytes(ics, calendar_file(words, today=settings.today))
        click.echo(f"calendar written to {ics}", err=True)
    since, until = journey.starts_before_holidays(), journey.unknown_holidays()
    if since is not None:
        click.echo(f"no holidays are known before {since}; add them to `{journey.track.calendar}`", err=True)
    if until is not None:
        click.echo(f"no holidays are known after {until}; add them to `{journey.track.calendar}`", err=True)
    context.exit(int(bool(journey.plan.clashes)))


def _read(settings: Settings) -> Playbook:
    """The playbook; refused where what the plan is made of was not read as it was written."""
    seen = look(settings, only=frozenset({"content"}))
    wrong = [one for one in seen.findings if one.level is Level.ERROR and not one.accepted and _plans(one)]
    if wrong:
        records = len(list(seen.facts.playbook.records()))
        speak(wrong, settings, records, report="full", output=None, err=True)
        raise click.ClickException("no plan is made of content with mistakes; mend them first")
    return seen.facts.playbook


def _plans(finding: Finding) -> bool:
    """Whether it stands in a file that the plan is made of."""
    file = Path(finding.location.file)
    return not {file.stem, file.parent.name}.isdisjoint(MADE_OF)


def _first_day(start: datetime.date, today: datetime.date) -> datetime.date:
    if abs(start.year - today.year) <= FURTHEST:
        return start
    why = f"{start} is more than {FURTHEST} years away from today, {today}; check the year"
    raise click.BadParameter(why, param_hint="--start")


def _hire(playbook: Playbook, wanted: str) -> Hire:
    hires = {one.id: one for one in playbook.of(Hire)}
    if wanted in hires:
        return hires[wanted]
    near = nearest(wanted, list(hires))
    cure = f"; use `{near}`" if near else "; write a row for them into data/hires.csv, or give --track and --start"
    raise click.BadParameter(f"no hire is called `{wanted}`{cure}", param_hint="--hire")


def _track_of(playbook: Playbook, hire: Hire) -> Track:
    """The hire's own track; the only one of the role where none is named."""
    own = next((track for track in playbook.of(Track) if track.id == hire.track), None)
    return own or _track(playbook, hire.role)


def _track(playbook: Playbook, wanted: str | None) -> Track:
    tracks = [track for track in playbook.of(Track) if track.status is Status.ACTIVE]
    roles = [track.role for track in tracks]
    known = {track.role if roles.count(track.role) == 1 else track.id: track for track in tracks}
    names = ", ".join(known)
    if not tracks:
        raise click.UsageError("the playbook has no tracks; write one in `content/rap.yml`")
    if wanted is None and len(tracks) == 1:
        return tracks[0]
    if wanted is None:
        raise click.BadParameter(f"several tracks; use one of: {names}", param_hint="--track")
    fits = [track for track in tracks if wanted.casefold() == track.id.casefold()]
    fits = fits or [track for track in tracks if wanted.casefold() == track.role.casefold()]
    if len(fits) == 1:
        return fits[0]
    if fits:
        ids = ", ".join(f"{track.id} ({track.title.strip()})" for track in fits)
        raise click.BadParameter(f"the role `{wanted}` has several tracks; use one of: {ids}", param_hint="--track")
    near = nearest(wanted, [*known, *(track.id for track in tracks)])
    cure = f"use `{near}`" if near else f"use one of: {names}"
    raise click.BadParameter(f"no track is called `{wanted}`; {cure}", param_hint="--track")
