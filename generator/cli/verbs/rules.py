"""`tuneup rules`: all checks in one list."""

from __future__ import annotations

from itertools import groupby

import click

from generator.areas import name_of
from generator.checks import rules


@click.command()
def command() -> None:
    """List every check: its name, its level and what it finds."""
    found = sorted(rules().values(), key=lambda rule: (rule.area, rule.id))
    width = max(len(rule.id) for rule in found)
    for area, group in groupby(found, key=lambda rule: rule.area):
        click.echo(click.style(name_of(area), bold=True))
        for rule in group:
            click.echo(f"  {rule.id:<{width}}  {rule.level:<7}  {rule.summary}")
        click.echo()
    click.echo(f'{len(found)} checks. Run "tuneup explain RULE" for the manual of one.')
