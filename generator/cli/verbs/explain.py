"""`tuneup explain RULE`: why a check exists and what to do about what it finds."""

from __future__ import annotations

import click

from generator.checks import Rule, rules
from generator.loading.words import nearest


@click.command()
@click.argument("rule")
def command(rule: str) -> None:
    """Print the manual of a check."""
    found = rules().get(rule)
    if found is None:
        near = nearest(rule, rules())
        cure = f"the nearest is `{near}`" if near else 'run "tuneup rules" for all of them'
        raise click.BadParameter(f"no check is called `{rule}`; {cure}", param_hint="RULE")
    click.echo(manual(found))


def manual(rule: Rule) -> str:
    """The manual with its head and how to set the check in company.yml."""
    lines = [f"{rule.id} ({rule.level}, {rule.area.replace('-', ' ')})", "", rule.manual, "", "In company.yml:", ""]
    lines += ["    rules:", f"      {rule.id}:", f"        level: {rule.level}    # error, warning, note or off"]
    if rule.settings:
        lines += ["        settings:", *(f"          {name}: {_yaml(value)}" for name, value in rule.settings.items())]
    return "\n".join(lines)


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
