"""`tuneup baseline`: begin checking with an old pile of drift, and watch it grow smaller."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.build import Look, look
from generator.checks.baseline import entries, is_of_old, of_unknown, pruned
from generator.cli.common import settings_for, speak, where_and_when, write
from generator.loading.kept.baseline import baseline_path, baseline_text


@click.command()
@click.argument("act", type=click.Choice(["create", "prune", "check"]))
@where_and_when
@click.pass_context
def command(
    context: click.Context, act: str, root: Path | None, as_of: datetime.date | None, audience: str | None
) -> None:
    """Know the drift that stands there today, so that only new drift fails.

    create writes all of today's open drift into content/baseline.lock.json. prune takes out what was mended and
    never adds. check says how much is left, and fails where prune has something to do.
    """
    settings = settings_for(root, as_of, audience)
    path = baseline_path(settings.content[0])
    if act == "create" and path.exists():
        raise click.UsageError(f'there is a baseline already; run "tuneup baseline prune", or delete {path.name}')
    if act != "create" and not path.exists():
        raise click.UsageError('there is no baseline; run "tuneup baseline create"')
    seen = look(settings, only=frozenset({"messaging"}))
    if seen.facts.unread:  # of half a playbook nobody knows what was mended
        speak(seen.findings, settings, len(list(seen.facts.playbook.records())), report="full", output=None)
        context.exit(1)
    if act == "check":
        context.exit(_check(seen))
    known = entries(seen.findings) if act == "create" else pruned(seen.facts, seen.findings)
    write(path, baseline_text(known))
    places = sum(each.count for each in known)
    findings = sum(is_of_old(finding) for finding in seen.findings) if act == "create" else places
    as_findings = "" if findings == places else f" ({findings} finding{'' if findings == 1 else 's'})"
    many = "place" if places == 1 else "places"
    click.echo(f"{places} {many} of drift in {path.relative_to(settings.root)}{as_findings}", err=True)
    if act == "prune":
        _tell_unknown(seen)


def _check(seen: Look) -> int:
    known = sum(each.count for each in seen.facts.baseline)
    left = sum(each.count for each in pruned(seen.facts, seen.findings))
    click.echo(f"{left} {'place of drift is' if left == 1 else 'places of drift are'} left of the baseline")
    _tell_unknown(seen)
    if known > left:
        click.echo(f'{known - left} {"was" if known - left == 1 else "were"} mended; run "tuneup baseline prune"')
    return int(known > left)


def _tell_unknown(seen: Look) -> None:
    if unknown := of_unknown(seen.facts):
        places = sum(each.count for each in unknown)
        lost = ", ".join(f"`{id_}`" for id_ in sorted({each.source for each in unknown}))
        stand = "1 of them stands" if places == 1 else f"{places} of them stand"
        click.echo(f'{stand} in what cannot be read ({lost}) and may still be wrong; run "tuneup drift"', err=True)
