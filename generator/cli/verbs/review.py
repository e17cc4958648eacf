"""`tuneup review`: shows what changed underneath a record, then records that somebody looked."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import click

from generator.areas import discover
from generator.areas.company import Person
from generator.build import look
from generator.cli.common import refuse_mistakes, settings_for, where_and_when, write
from generator.derive.facts import Facts
from generator.derive.history.typo import more_than_words
from generator.derive.history.worddiff import changed_fields
from generator.derive.state.reviews import Standing, State, editorial, in_words, stamp
from generator.loading.kept.lock import lock_path, lock_text
from generator.loading.words import nearest
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.review import Review
from generator.model.words import Status


@click.command()
@click.argument("what", nargs=-1, metavar="[AREA-OR-RECORD]...")
@click.option("--because", metavar="TEXT", help="What you found, in a sentence. Without it nothing is recorded.")
@click.option("--by", metavar="PERSON", help="Your id in company.yml. Default: who has the e-mail that git knows.")
@click.option(
    "--editorial",
    "upstream",
    metavar="UPSTREAM",
    help="Clear all that rests on this record: its change was only words. Refused where a number or a choice changed.",
)
@click.option("--all", "everything", is_flag=True, help="Every record that is suspect, due or was never reviewed.")
@click.option(
    "--yes",
    is_flag=True,
    help="With --all: yes, all of them were looked at. With --editorial: yes, the number too was a slip.",
)
@where_and_when
def command(
    what: tuple[str, ...],
    because: str | None,
    by: str | None,
    upstream: str | None,
    everything: bool,
    yes: bool,
    root: Path | None,
    as_of: datetime.date | None,
    audience: str | None,
) -> None:
    """Record that a person looked; shows first what changed underneath.

    Without --because it only shows.
    """
    if because is not None and not because.strip():
        raise click.BadParameter("say in a sentence what you found", param_hint="--because")
    settings = settings_for(root, as_of, audience)
    today = settings_for(root, None, audience).today
    if because is not None and settings.today > today:
        raise click.BadParameter(f"{settings.today} is still to come; nobody has looked on it", param_hint="--as-of")
    facts = look(settings, only=frozenset({"content"})).facts
    refuse_mistakes(facts, facts.problems)
    person = _person(by, facts.playbook, settings.root) if because is not None else ""
    if everything and not yes and because is not None:
        raise click.UsageError("--all records a look at every waiting record; add --yes when that is so")
    if upstream and (what or everything):
        raise click.UsageError("--editorial goes alone: it clears one change, and says nothing about the records")
    records = _only_words(upstream, yes, facts) if upstream else _records(what, everything, facts)
    for record in records:
        _show(record, facts)
    if because is None:
        click.echo('nothing is recorded yet; when you have looked, say what you found with --because "…"', err=True)
        return
    if not upstream:
        _refuse_older(records, today, facts)
    path = lock_path(settings.content[0])
    made = [_made(record, upstream, person, because, facts) for record in records]
    write(path, lock_text([*(review for review in facts.playbook.reviews if _stands(review, today, facts)), *made]))
    many = "s" if len(made) != 1 else ""
    click.echo(f"{len(made)} review{many} by {person} in {path.relative_to(settings.root)}", err=True)


def _refuse_older(records: Iterable[Record], today: datetime.date, facts: Facts) -> None:
    """A look before the last one on record would be written and count for nothing."""
    last = {review.record: review.on for review in facts.playbook.reviews if review.on <= today}
    for record in records:
        if last.get(record.id, facts.today) > facts.today:
            said = f"`{record.id}` was looked at later, on {last[record.id]}; leave --as-of out"
            raise click.BadParameter(said, param_hint="--as-of")


def _stands(review: Review, today: datetime.date, facts: Facts) -> bool:
    """A look at what is gone, or on a day to come, is not kept: the latter would win over every true one."""
    return review.record in facts.playbook.entries and review.on <= today


def _made(record: Record, upstream: str | None, person: str, because: str, facts: Facts) -> Review:
    if upstream is None:
        return stamp(record, facts.playbook, on=facts.today, by=person, because=because)
    return editorial(record, upstream, facts.playbook, because=f"{facts.today} {person}: {because}")


def _person(by: str | None, playbook: Playbook, root: Path) -> str:
    people = {person.id: person for person in playbook.of(Person)}
    if by is not None:
        if by not in people:
            raise click.BadParameter(_unknown("person", by, people), param_hint="--by")
        return by
    email = _git_email(root)
    found = next((person.id for person in people.values() if person.email and person.email == email), "")
    if not found:
        raise click.UsageError(f"nobody in company.yml has git's e-mail `{email}`; say who you are with --by")
    return found


def _git_email(root: Path) -> str:
    try:
        asked = subprocess.run(["git", "config", "user.email"], cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return asked.stdout.strip()


def _only_words(upstream: str, yes: bool, facts: Facts) -> list[Record]:
    """What an editorial change of `upstream` has made suspect; new ground and retirement are more than words."""
    records = {record.id: record for record in facts.playbook.records()}
    _known(upstream, records)
    if records[upstream].status is Status.RETIRED:
        raise click.UsageError(f"`{upstream}` is retired, and that is more than words; review what rests on it")
    direct = {id_: found for id_, found in facts.standings.items() if found.state is State.SUSPECT}
    chosen = [records[id_] for id_, found in direct.items() if upstream in found.then]
    if not chosen:
        raise click.UsageError(f"nothing is suspect because of `{upstream}`")
    told = {record.id: more_than_words(direct[record.id].then[upstream], records[upstream]) for record in chosen}
    held = [] if yes else [id_ for id_, lines in told.items() if lines]
    if len(held) == len(chosen):
        raise click.UsageError(_more(upstream, list(dict.fromkeys(line for lines in told.values() for line in lines))))
    if held:
        click.echo(f"left suspect, since more than words changed under them: {', '.join(held)}", err=True)
    return [record for record in chosen if record.id not in held]


def _more(upstream: str, lines: list[str]) -> str:
    changed = "".join(f"\n    {line}" for line in lines)
    return (
        f"the change of `{upstream}` is more than words:{changed}\n"
        f"Look at what rests on it (`tuneup impact {upstream}` lists that), or add --yes if this was a slip of the pen"
    )


def _records(what: Iterable[str], everything: bool, facts: Facts) -> list[Record]:
    chosen: dict[str, Record] = {}
    records = {record.id: record for record in facts.playbook.records()}
    if everything:
        waiting = (id_ for id_, found in facts.standings.items() if _waits(found, facts.today))
        chosen |= {id_: records[id_] for id_ in waiting if records[id_].status is not Status.RETIRED}
    for word in what:
        if word in discover():
            chosen |= {record.id: record for record in records.values() if facts.playbook.home(record) == word}
        else:
            _known(word, records)
            chosen[word] = records[word]
    if not chosen:
        raise click.UsageError("nothing to review: name a record or an area, or give --editorial or --all")
    return list(chosen.values())


def _known(word: str, records: dict[str, Record]) -> None:
    if word not in records:
        raise click.BadParameter(_unknown("record or area", word, [*records, *discover()]))


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f"no {what} `{word}`" + (f"; the nearest is `{near}`" if near else "")


def _waits(standing: Standing, today: datetime.date) -> bool:
    due = standing.due is not None and standing.due <= today
    return due or standing.state in (State.SUSPECT, State.UNREVIEWED)


def _show(record: Record, facts: Facts) -> None:
    standing = facts.standings[record.id]
    looked = f"last looked at on {standing.last}" if standing.last else "never looked at"
    click.echo(f"{click.style(record.label, bold=True)} ({record.id}), {looked}")
    if standing.state is State.AFFECTED:
        way = " → ".join(standing.path)
        until = "was looked at" if standing.moved else f"no longer names `{standing.path[-1]}`, which is gone"
        click.echo(f"  rests on {way}; it is clear again when `{standing.path[-2]}` {until}")
        standing = facts.standings[standing.path[-2]]
    for id_ in standing.moved:
        _show_moved(id_, standing.then.get(id_), facts.playbook)


def _show_moved(id_: str, was: str | None, playbook: Playbook) -> None:
    upstream = playbook.entries[id_]
    now = in_words(upstream) if isinstance(upstream, Record) else ""
    click.echo(f"  rests on {upstream.label} ({id_}), {_what_became(id_, was, playbook)}:")
    for line in changed_fields(was or "", now, around=None):
        click.echo(f"    {_marked(line)}")


def _what_became(id_: str, was: str | None, playbook: Playbook) -> str:
    if was is None:
        return "which it did not rest on then"
    return "which was retired" if playbook.is_retired(id_) else "which changed"


def _marked(line: str) -> str:
    taken = re.sub(r"\[-.*?-\]", lambda found: click.style(found[0], fg="red"), line)
    return re.sub(r"\{\+.*?\+\}", lambda found: click.style(found[0], fg="green"), taken)
