"""`tuneup status`: the twelve lamps, and what falls due next."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.build import look
from generator.cli.common import settings_for, where_and_when
from generator.derive.facts import Facts
from generator.derive.lamps import Lamp, State, find_lamps, readiness
from generator.model.words import Status

SIGNS = {
    State.MISSING: ("◌", "bright_black"),
    State.FAILING: ("▲", "red"),
    State.SUSPECT: ("◆", "red"),
    State.OVERDUE: ("◷", "yellow"),
    State.DUE: ("◷", "yellow"),
    State.IN_TUNE: ("✓", "green"),
}
NEXT = 10


@click.command()
@where_and_when
def command(root: Path | None, as_of: datetime.date | None, audience: str | None) -> None:
    """Show the twelve lamps and the next ten things due."""
    settings = settings_for(root, as_of, audience)
    seen = look(settings)
    lamps = find_lamps(seen.facts, seen.findings)
    in_tune = sum(lamp.state is State.IN_TUNE for lamp in lamps)
    click.echo(click.style(f"{in_tune} of {len(lamps)} in tune", bold=True) + f" on {settings.today}, ", nl=False)
    click.echo(f"readiness {readiness(lamps)} %\n")
    for lamp in lamps:
        click.echo(_line(lamp, settings.today))
    _due(seen.facts)


def _line(lamp: Lamp, today: datetime.date) -> str:
    sign, colour = SIGNS[lamp.state]
    name = lamp.area.replace("-", " ").capitalize()
    state = lamp.state.replace("-", " ")
    return f"  {click.style(sign, fg=colour)} {name:<20} {click.style(f'{state:<8}', fg=colour)} {_why(lamp, today)}"


def _why(lamp: Lamp, today: datetime.date) -> str:
    if lamp.findings:
        more = len(lamp.findings) - 1
        return lamp.findings[0].complaint.message + (f"; {more} more" if more else "")
    accepted = f", {lamp.accepted} accepted" if lamp.accepted else ""
    due = f", next review in {(lamp.due - today).days} days" if lamp.due else ""
    return f"{lamp.records} record{'s' if lamp.records != 1 else ''}{due}{accepted}"


def _due(facts: Facts) -> None:
    records = [record for record in facts.playbook.records() if record.status is Status.ACTIVE]
    due = sorted((date, record.id) for record in records if (date := facts.standings[record.id].due))
    if due:
        click.echo("\nDue next")
    for date, id_ in due[:NEXT]:
        left = (date - facts.today).days
        when = f"in {left} days" if left >= 0 else f"{-left} days ago"
        click.echo(f"  {date}  {when:<13} {facts.playbook.entries[id_].label} ({id_})")
