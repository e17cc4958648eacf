"""The reviews that are due, a calendar file for each owner: a whole day each, with a reminder a week before."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping

from icalendar import Alarm, Calendar, Event

from generator.areas.company import Company, Person
from generator.derive.facts import Facts
from generator.derive.lamps import Due, due_reviews

A_WEEK_BEFORE = datetime.timedelta(days=7)
EVERYBODY = "all"
SUFFIX = ".ics"


def export(facts: Facts, *, language: str) -> Mapping[str, bytes]:  # noqa: ARG001  (as every export)
    """`reviews-all.ics` holds them all; records without an owner are in that one only."""
    by_owner: dict[str, list[Due]] = {EVERYBODY: []}
    for one in due_reviews(facts):
        by_owner[EVERYBODY].append(one)
        if one.record.owner:
            by_owner.setdefault(one.record.owner, []).append(one)
    return {f"reviews-{owner}.ics": _file(facts, owner, by_owner[owner]) for owner in sorted(by_owner)}


def _file(facts: Facts, owner: str, due: list[Due]) -> bytes:
    file = Calendar()
    file.add("prodid", "-//Tuneup//Reviews//EN")
    file.add("version", "2.0")
    person = facts.playbook.entries.get(owner)
    whose = person.name.strip() if isinstance(person, Person) else "everybody"
    file.add("x-wr-calname", f"{facts.playbook.area(Company).name.strip()}: reviews of {whose}")
    for one in due:
        file.add_component(_event(facts, one))
    return bytes(file.to_ical())


def _event(facts: Facts, due: Due) -> Event:
    """The same record has the same name (UID) in every file, so that a later file moves it and adds none."""
    company = facts.playbook.area(Company).name.strip()
    event = Event()
    event.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{company}/review/{due.record.id}')}@tuneup")
    event.add("dtstamp", datetime.datetime.combine(facts.today, datetime.time(), datetime.UTC))
    event.add("sequence", max(0, (facts.today - datetime.date(2020, 1, 1)).days))
    event.add("summary", f"Review: {due.record.label}")
    event.add("description", f'Look whether it is still true, then: tuneup review {due.record.id} --because "…"')
    event.add("dtstart", due.on)
    event.add("dtend", due.on + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"In a week: review {due.record.label}")
    alarm.add("trigger", -A_WEEK_BEFORE)
    event.add_component(alarm)
    return event
