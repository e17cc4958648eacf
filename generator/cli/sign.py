"""`tuneup sign`: records that a hire has learnt a module, with a digest of what it teaches today."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TypeVar

import click

from generator.areas.company import Person
from generator.areas.rap import Hire, Module, Rap
from generator.cli.common import settings_for, where_and_when, write
from generator.derive.facts import Facts
from generator.derive.sign_offs import taught
from generator.derive.signing import obstacle
from generator.loading import load
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.record import Entry
from generator.model.settings import Settings

Known = TypeVar("Known", bound=Entry)
FILE = "rap/sign-offs.yml"
HEAD = "# Who has learnt what, and who signed. `tuneup sign` adds a line at the end.\n\nsign_offs:\n\n"


@click.command()
@click.argument("hire")
@click.argument("module")
@click.option("--by", required=True, metavar="PERSON", help="Who signs: an id of company.yml.")
@click.option("--points", metavar="N,N,…", help="The points for each line of the rubric, in its order.")
@click.option("--stand-in", is_flag=True, help="Sign in place of the coach or manager who should.")
@where_and_when
def command(
    hire: str,
    module: str,
    by: str,
    points: str | None,
    stand_in: bool,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
) -> None:
    """Record that HIRE has learnt MODULE. The day is today, or that of --as-of.

    The line goes to content/rap/sign-offs.yml. What the module teaches is kept as a digest, so that a later change of
    it shows who has to show it again.
    """
    settings = settings_for(root, as_of, audience)
    playbook = load(settings).playbook
    facts = Facts(playbook, settings.today)
    new, signer, entry = _known(playbook, Hire, hire), _known(playbook, Person, by), _known(playbook, Module, module)
    today = settings_for(root, None, audience).today
    if why := obstacle(facts, new, signer, entry, today=today, stand_in=stand_in):
        raise click.UsageError(why)
    scores = _scores(entry, points)
    digest = taught(facts, entry)
    line = (
        f"  - {{hire: {hire}, module: {module}, on: {settings.today}, by: {by}, "
        f'fingerprint: "{digest}"{_scores_text(scores)}}}\n'
    )
    _append(settings, line, len(playbook.area(Rap).sign_offs))
    click.echo(f"{hire} signed off on {module} by {by} on {settings.today}")


def _known(playbook: Playbook, cls: type[Known], id_: str) -> Known:
    known = {entry.id: entry for entry in playbook.of(cls)}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    raise click.UsageError(f"no {cls.KIND} is called `{id_}`" + (f"; use `{near}`" if near else ""))


def _scores(module: Module, points: str | None) -> list[tuple[str, float]]:
    """The points by criterion; refused where they do not fit the rubric or do not reach the pass mark."""
    rubric = module.assessment.rubric if module.assessment else []
    if points is None:
        return []
    try:
        given = [float(word) for word in points.split(",")]
    except ValueError:
        raise click.UsageError(f"`{points}` are no points; write for example `--points 30,25`") from None
    if len(given) != len(rubric):
        raise click.UsageError(
            f"the rubric of `{module.id}` has {len(rubric)} lines, and {len(given)} points were given"
        )
    for line, found in zip(rubric, given, strict=True):
        if not 0 <= found <= line.points:
            raise click.UsageError(f"`{line.criterion.strip()}` gives 0 to {line.points:g} points, not {found:g}")
    mark = module.assessment.pass_mark if module.assessment else None
    if mark is not None and sum(given) < mark:
        raise click.UsageError(f"{sum(given):g} points are below the pass mark of {mark:g}: not signed")
    return [(line.criterion.strip(), found) for line, found in zip(rubric, given, strict=True)]


def _scores_text(scores: list[tuple[str, float]]) -> str:
    lines = (f"{{criterion: {json.dumps(name, ensure_ascii=False)}, points: {points:g}}}" for name, points in scores)
    return f", scores: [{', '.join(lines)}]" if scores else ""


def _append(settings: Settings, line: str, before: int) -> None:
    """Adds the line, and takes it back where the file does not end with the list it belongs to."""
    path = settings.content[0] / FILE
    old = path.read_text(encoding="utf-8") if path.is_file() else None
    text = HEAD if old is None else old if old.endswith("\n") else old + "\n"
    write(path, text + line)
    if len(load(settings).playbook.area(Rap).sign_offs) == before + 1:
        return
    if old is None:
        path.unlink()
    else:
        write(path, old)
    raise click.ClickException(f"{path} does not end with the list `sign_offs`; put the list at its end")
