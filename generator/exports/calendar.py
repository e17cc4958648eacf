"""The reviews that are due, a calendar file for each owner: a whole day each, with a reminder a week before."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping

from icalendar import Alarm, Calendar, Event

from generator.areas.company import Company, Person
from generator.derive.facts import Facts
from generator.derive.state.due import Due, reviews
from generator.model.settings import Settings
from generator.render.jinja.engine import folders
from generator.render.jinja.labels import Labels, read_labels

A_WEEK_BEFORE = datetime.timedelta(days=7)
EVERYBODY = "all"
SUFFIX = ".ics"


def export(facts: Facts, settings: Settings) -> Mapping[str, bytes]:
    """`reviews-all.ics` holds them all; records without an owner are in that one only."""
    labels = read_labels(folders(settings.templates), settings.language)
    by_owner: dict[str, list[Due]] = {EVERYBODY: []}
    for one in reviews(facts.due):
        by_owner[EVERYBODY].append(one)
        if one.owner:
            by_owner.setdefault(one.owner, []).append(one)
    return {f"reviews-{owner}.ics": _file(facts, owner, by_owner[owner], labels) for owner in sorted(by_owner)}


def _file(facts: Facts, owner: str, due: list[Due], labels: Labels) -> bytes:
    file = Calendar()
    file.add("prodid", "-//Tuneup//Reviews//EN")
    file.add("version", "2.0")
    person = facts.playbook.entries.get(owner)
    whose = person.name.strip() if isinstance(person, Person) else labels.plain("review-calendar.everybody")
    company = facts.playbook.area(Company).name.strip()
    file.add("x-wr-calname", labels.plain("review-calendar.name", company=company, whose=whose))
    for one in due:
        file.add_component(_event(facts, one, labels))
    return bytes(file.to_ical())


def _event(facts: Facts, due: Due, labels: Labels) -> Event:
    """The same record has the same name (UID) in every file, so that a later file moves it and adds none."""
    company = facts.playbook.area(Company).name.strip()
    event = Event()
    event.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{company}/review/{due.record}')}@tuneup")
    event.add("dtstamp", datetime.datetime.combine(facts.today, datetime.time(), datetime.UTC))
    event.add("sequence", max(0, (facts.today - datetime.date(2020, 1, 1)).days))
    event.add("summary", labels.plain("review-calendar.review", label=due.label))
    command = f'tuneup review {due.record} --because "…"'
    event.add("description", labels.plain("review-calendar.look", command=command))
    event.add("dtstart", due.on)
    event.add("dtend", due.on + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", labels.plain("review-calendar.soon", label=due.label))
    alarm.add("trigger", -A_WEEK_BEFORE)
    event.add_component(alarm)
    return event
