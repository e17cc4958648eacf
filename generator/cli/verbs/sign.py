"""`tuneup sign`: records that a hire has learnt a module, with a digest of what it teaches today."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator.areas.company import Person
from generator.areas.rap import Hire, Module, Rap
from generator.cli.common import settings_for, where_and_when, write
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import taught
from generator.derive.hires.signing import obstacle, signed_already, wrong_points
from generator.derive.history.only_words import wordings
from generator.loading import load
from generator.loading.git.versions import at_version
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.settings import Settings

Known = TypeVar("Known", bound=Entry)
FILE = "rap/sign-offs.yml"
WORDS_FILE = "rap/only-words.yml"
WORDS_HEAD = (
    "# Changes of what was taught that were only words. `tuneup sign --editorial` adds a line.\n\nonly_words:\n\n"
)
HEAD = "# Who has learnt what, and who signed. `tuneup sign` adds a line at the end.\n\nsign_offs:\n\n"


@click.command()
@click.argument("hire", required=False)
@click.argument("module", required=False)
@click.option("--by", required=True, metavar="PERSON", help="Who signs: an id of company.yml.")
@click.option("--points", metavar="N,N,…", help="The points for each line of the rubric, in its order.")
@click.option("--stand-in", is_flag=True, help="Sign in place of the coach or manager who should.")
@click.option(
    "--editorial",
    "upstream",
    metavar="RECORD",
    help="Keep the sign-offs on what teaches this record: only words changed. Refused where a number did.",
)
@click.option("--because", metavar="TEXT", help="With --editorial: what the change was, in a sentence.")
@click.option("--since", metavar="VERSION", default="HEAD", help="With --editorial: the version before the change.")
@click.option("--yes", is_flag=True, help="With --editorial: yes, the number too was a slip.")
@where_and_when
def command(
    hire: str | None,
    module: str | None,
    by: str,
    points: str | None,
    stand_in: bool,
    upstream: str | None,
    because: str | None,
    since: str,
    yes: bool,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
) -> None:
    """Record that HIRE has learnt MODULE. The day is today, or that of --as-of.

    The line goes to content/rap/sign-offs.yml. What the module teaches is kept as a digest, so that a later change of
    it shows who has to show it again. Where that change was a slip of the pen, say so with --editorial.
    """
    settings = settings_for(root, as_of, audience)
    if upstream is not None:
        if hire or module or points or stand_in:
            raise click.UsageError("--editorial goes alone: it says nothing about a hire or a module's points")
        if not because or not because.strip():
            raise click.UsageError('say with --because "…" what the change was')
        _only_words(settings, upstream, by, because.strip(), since, yes=yes)
        return
    if hire is None or module is None:
        raise click.UsageError("name the hire and the module, for example `tuneup sign hire-01 m01 --by ingrid`")
    playbook = load(settings).playbook
    today = settings_for(root, None, audience).today
    facts = Facts(playbook, today)
    new, signer, entry = _known(playbook, Hire, hire), _known(playbook, Person, by), _known(playbook, Module, module)
    given = _points(points)
    for found in (
        obstacle(facts, new, signer, entry, on=settings.today, stand_in=stand_in),
        signed_already(facts, new, entry),
        wrong_points(entry, given),
    ):
        if found is not None:
            raise click.UsageError(f"{found.why}; {found.cure}")
    digest = taught(facts, entry)
    line = (
        f"  - {{hire: {hire}, module: {module}, on: {settings.today}, by: {by}, "
        f'fingerprint: "{digest}"{", stand_in: true" if stand_in else ""}{_scores_text(entry, given)}}}\n'
    )
    _append(settings, FILE, HEAD, line, lambda rap: len(rap.sign_offs))
    click.echo(f"{hire} signed off on {module} by {by} on {settings.today}")


def _only_words(settings: Settings, upstream: str, by: str, because: str, since: str, *, yes: bool) -> None:
    playbook = load(settings).playbook
    _known(playbook, Person, by)
    with at_version(settings, since) as there:
        before = Facts(load(there).playbook, settings.today)
    now = Facts(playbook, settings.today)
    changes = wordings(before, now, _known(playbook, Record, upstream).id)
    if not changes:
        why = f"no sign-off has lapsed by a change of `{upstream}` since {since}"
        raise click.UsageError(f"{why}; where the change is older, name the version before it with --since")
    more = list(dict.fromkeys(line for change in changes for line in change.more))
    if more and not yes:
        raise click.UsageError(
            f"the change since {since} is more than words:" + "".join(f"\n    {line}" for line in more) + "\n"
            "Let them show it and sign again, or add --yes if this was a slip of the pen"
        )
    said = json.dumps(because, ensure_ascii=False)
    lines = "".join(
        f"  - {{module: {change.module}, on: {settings.today}, by: {by}, because: {said}, "
        f'was: "{change.was}", now: "{change.now}"}}\n'
        for change in changes
    )
    _append(settings, WORDS_FILE, WORDS_HEAD, lines, lambda rap: len(rap.only_words))
    click.echo(f"the sign-offs on {', '.join(change.module for change in changes)} hold")


def _known(playbook: Playbook, cls: type[Known], id_: str) -> Known:
    known = {entry.id: entry for entry in playbook.of(cls)}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    raise click.UsageError(f"no {cls.KIND} is called `{id_}`" + (f"; use `{near}`" if near else ""))


def _points(points: str | None) -> list[float]:
    try:
        return [float(word) for word in points.split(",")] if points is not None else []
    except ValueError:
        raise click.UsageError(f"`{points}` are no points; write for example `--points 30,25`") from None


def _scores_text(module: Module, points: list[float]) -> str:
    rubric = module.assessment.rubric if module.assessment else []
    lines = (
        f"{{criterion: {json.dumps(line.criterion.strip(), ensure_ascii=False)}, points: {found:g}}}"
        for line, found in zip(rubric, points, strict=True)
    )
    return f", scores: [{', '.join(lines)}]" if points else ""


def _append(settings: Settings, file: str, head: str, lines: str, count: Callable[[Rap], int]) -> None:
    """Adds the lines, and takes them back where the file does not end with the list they belong to."""
    path = settings.content[0] / file
    before = count(load(settings).playbook.area(Rap))
    old = path.read_text(encoding="utf-8") if path.is_file() else None
    text = head if old is None else old if old.endswith("\n") else old + "\n"
    write(path, text + lines)
    if count(load(settings).playbook.area(Rap)) == before + lines.count("\n"):
        return
    if old is None:
        path.unlink()
    else:
        write(path, old)
    name = head.rstrip().splitlines()[-1].rstrip(":")
    raise click.ClickException(f"{path} does not end with the list `{name}`; put the list at its end")
