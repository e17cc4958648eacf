"""`tuneup impact`: everything that rests on a change, whose it is, and what must be looked at."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.areas.company import Person
from generator.build import look
from generator.cli.common import refuse_mistakes, settings_for, where_and_when, write
from generator.derive.facts import Facts
from generator.derive.state.impact import Change, How, asked, between, find_impact, moved_since_review
from generator.loading import load
from generator.loading.git.versions import NoPlaybookError, at_version, short
from generator.loading.problem import MISREAD, UNREAD
from generator.loading.words import nearest
from generator.model.record import Record
from generator.model.settings import Settings
from generator.reports.impact import Reach, impact_reports

NO_CHECKS = frozenset({"content"})
SPAN = ".."


@click.command()
@click.argument("what", required=False, metavar="[RECORD | FROM..TO]")
@where_and_when
@click.option(
    "--report", type=click.Choice(list(impact_reports())), default="full", show_default=True, help="Its form."
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it here.")
@click.option("--fail-on-waiting", is_flag=True, help="Exit 1 where something must be looked at.")
@click.pass_context
def command(
    context: click.Context,
    what: str | None,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
    report: str,
    output: Path | None,
    fail_on_waiting: bool,
) -> None:
    """List everything that rests on what changed, by owner, and what waits for a look.

    RECORD asks what would have to be looked at if it changed. FROM..TO compares two versions that git knows;
    without TO, FROM is compared with the files as they are. Without either: what changed since its last review.
    """
    settings = settings_for(root, as_of, audience)
    reach = _between(what, settings) if what and SPAN in what else _now(what, settings)
    text = impact_reports()[report](reach)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
    context.exit(int(fail_on_waiting and bool(reach.impact.waiting)))


def _now(what: str | None, settings: Settings) -> Reach:
    facts = _facts(settings)
    moved = moved_since_review(facts)
    gone = [change for change in moved if change.how is How.DELETED and change.id == what]
    changes = gone or ([asked(_record(what, facts))] if what else moved)
    return _reach(facts, changes, "since its last review" if len(changes) == 1 else "since their last review")


def _between(span: str, settings: Settings) -> Reach:
    first, _, last = span.partition(SPAN)
    try:
        with at_version(settings, first or "HEAD") as then:
            old = load(then).playbook
    except NoPlaybookError:
        old = None
    if last:
        with at_version(settings, last) as now:
            facts = _facts(now)
    else:
        facts = _facts(settings)
    since = f"between {short(first or 'HEAD')} and {short(last or 'now')}"
    return _reach(facts, between(old, facts.playbook) if old else [], since, first=old is None)


def _facts(settings: Settings) -> Facts:
    """A record that was not read as written would count as deleted, or as unchanged."""
    facts = look(settings, only=NO_CHECKS).facts
    refuse_mistakes(facts, UNREAD | MISREAD)
    return facts


def _reach(facts: Facts, changes: list[Change], since: str, *, first: bool = False) -> Reach:
    people = {person.id: person.name.strip() for person in facts.playbook.of(Person)}
    labels = {record.id: record.label for record in facts.playbook.records()}
    return Reach(find_impact(facts, changes), since, people, labels, first)


def _record(id_: str, facts: Facts) -> Record:
    found = facts.playbook.entries.get(id_)
    if isinstance(found, Record):
        return found
    near = nearest(id_, [record.id for record in facts.playbook.records()])
    raise click.BadParameter(f"no record `{id_}`" + (f"; the nearest is `{near}`" if near else ""), param_hint="RECORD")
