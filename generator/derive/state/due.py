"""What falls due, on which day: reviews of records, and every other day that somebody has promised or set."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.areas.company import Company, Person
from generator.areas.objectives import Objective
from generator.areas.performance import Expectation
from generator.areas.pipeline import Pipeline, PipelineReview
from generator.areas.references import Reference
from generator.areas.skills import Certificate, Skill, Skills
from generator.derive.current import has_ended
from generator.derive.state.reviews import Standing
from generator.derive.state.untouched import is_untouched
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.words import Status

SOON = 14
"""Days before which a lamp says that something falls due: two working weeks to find the hour that it takes."""


class What(StrEnum):
    """Why a day counts; in the readers' words it is `due.<what>` of the labels."""

    REVIEW = "review"
    DEADLINE = "deadline"
    EXPIRY = "expiry"
    PERIOD = "period"
    PERMISSION = "permission"
    CERTIFICATE = "certificate"
    PRACTICE = "practice"
    PIPELINE_REVIEW = "pipeline-review"
    ACTION = "action"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due. `record` is the id of what it belongs to: a record, else an area or a rule."""

    on: datetime.date
    what: What
    area: str
    record: str
    label: str
    owner: str = ""


def find_due(playbook: Playbook, standings: Mapping[str, Standing], today: datetime.date) -> list[Due]:
    """Of what is in use, not over and not the starter's, the nearest day first, passed ones before all others."""
    in_use = (record for record in playbook.records() if record.status is Status.ACTIVE)
    active = [one for one in in_use if not has_ended(one, today) and not is_untouched(one, playbook)]
    found = [due for record in active for due in _of_record(record, standings.get(record.id), playbook)]
    found += [_due(one.ends, What.PERIOD, one, playbook) for one in newest_expectations(active)]
    found += [
        _due(until, What.CERTIFICATE, playbook.entries[one.skill], playbook, one.person)
        for _, one, until in lasting_certificates(playbook, today)
    ]
    found += [
        _due(day, What.PRACTICE, skill, playbook, skill.coach or "")
        for skill, day in _practice(active, playbook, today)
    ]
    found += _of_pipeline(playbook, today)
    found += _accepted(playbook)
    return sorted(set(found), key=lambda due: (due.on, due.record, due.what))


def reviews(due: Collection[Due]) -> list[Due]:
    return [one for one in due if one.what is What.REVIEW]


def lasting_certificates(playbook: Playbook, today: datetime.date) -> Iterator[tuple[int, Certificate, datetime.date]]:
    """The latest certificate of each person for each skill that lapses: its place in the list, and until when."""
    newest: dict[tuple[str, str], tuple[int, Certificate]] = {}
    for position, certificate in enumerate(playbook.area(Skills).certificates):
        key = (certificate.person, certificate.skill)
        if key not in newest or newest[key][1].on < certificate.on:
            newest[key] = (position, certificate)
    for position, certificate in newest.values():
        person, skill = playbook.entries.get(certificate.person), playbook.entries.get(certificate.skill)
        here = isinstance(person, Person) and (person.left is None or person.left > today)
        if here and isinstance(skill, Skill) and skill.status is Status.ACTIVE and skill.recertify_every is not None:
            yield position, certificate, certificate.on + datetime.timedelta(days=skill.recertify_every.days)


def newest_expectations(records: Collection[Record]) -> list[Expectation]:
    """The one of each role whose period ends last."""
    newest: dict[str, Expectation] = {}
    for record in records:
        if isinstance(record, Expectation) and (record.role not in newest or newest[record.role].ends < record.ends):
            newest[record.role] = record
    return list(newest.values())


def next_pipeline_review(playbook: Playbook, today: datetime.date) -> datetime.date | None:
    """A cadence after the last one that was held; None without a cadence or before the first."""
    cadence = playbook.area(Pipeline).review_cadence
    held = [review.on for review in playbook.of(PipelineReview) if review.on <= today]
    return max(held) + datetime.timedelta(days=cadence.days) if cadence and held else None


def _of_record(record: Record, standing: Standing | None, playbook: Playbook) -> Iterator[Due]:
    days: dict[What, datetime.date | None] = {What.REVIEW: standing.due if standing else None}
    days[What.EXPIRY] = record.expires
    if isinstance(record, Objective):
        days[What.DEADLINE] = record.deadline
    if isinstance(record, Reference) and record.permission:
        days[What.PERMISSION] = record.permission.expires
    for what, day in days.items():
        if day is not None:
            yield _due(day, what, record, playbook)


def _practice(
    active: Collection[Record], playbook: Playbook, today: datetime.date
) -> Iterator[tuple[Skill, datetime.date]]:
    """Until when skills are practised: a cadence after they were, or planned days that follow closely enough."""
    area = playbook.area(Skills)
    for skill in active:
        if isinstance(skill, Skill) and skill.practise_every is not None:
            cadence = datetime.timedelta(days=skill.practise_every.days)
            held = [one.on + cadence for one in area.training_held if one.skill == skill.id]
            planned = sorted(one.on for one in area.sessions if one.skill == skill.id and one.on >= today)
            until = max(held, default=today if planned else None)
            for day in planned:
                if until is not None and day - cadence <= until:
                    until = max(until, day)
            if until is not None:
                yield skill, until


def _of_pipeline(playbook: Playbook, today: datetime.date) -> Iterator[Due]:
    following, pipeline = next_pipeline_review(playbook, today), playbook.area(Pipeline)
    if following is not None:
        yield Due(following, What.PIPELINE_REVIEW, Pipeline.KEY, Pipeline.KEY, "", pipeline.owner or "")
    for review in playbook.of(PipelineReview):
        for action in review.actions:
            if action.done is None:
                yield Due(action.due, What.ACTION, Pipeline.KEY, review.id, action.what.strip(), action.who)


def _accepted(playbook: Playbook) -> Iterator[Due]:
    """What is put up with until a day; of a record that is not in the playbook, as for these readers, nothing."""
    for accepted in playbook.area(Company).accepted:
        named = accepted.record or accepted.source or ""
        entry = playbook.entries.get(named)
        if entry is not None or not named:
            id_, label = (entry.id, entry.label) if entry else (accepted.rule, accepted.rule)
            yield Due(accepted.until, What.ACCEPTED, Company.KEY, id_, label, accepted.by)


def _due(day: datetime.date, what: What, entry: Entry, playbook: Playbook, owner: str = "") -> Due:
    whose = owner or (entry.owner if isinstance(entry, Record) else None) or ""
    return Due(day, what, playbook.home(entry), entry.id, entry.label, whose)
