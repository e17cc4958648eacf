"""The reviews that are due, a calendar file for each owner: a whole day each, with a reminder a week before."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping

from icalendar import Alarm, Calendar, Event

from generator.areas.company import Company, Person
from generator.derive.due import Due, reviews
from generator.derive.facts import Facts
from generator.model.settings import Settings

WORDS = {
    "en": {
        "name": "{company}: reviews of {whose}",
        "everybody": "everybody",
        "review": "Review: {label}",
        "look": "Look whether it is still true, then: {command}",
        "soon": "In a week: review {label}",
    },
    "nb": {
        "name": "{company}: gjennomganger for {whose}",
        "everybody": "alle",
        "review": "Gå gjennom: {label}",
        "look": "Se om det fortsatt stemmer, og så: {command}",
        "soon": "Om en uke: gå gjennom {label}",
    },
}
A_WEEK_BEFORE = datetime.timedelta(days=7)
EVERYBODY = "all"
SUFFIX = ".ics"


def export(facts: Facts, settings: Settings) -> Mapping[str, bytes]:
    """`reviews-all.ics` holds them all; records without an owner are in that one only."""
    words = WORDS.get(settings.language, WORDS["en"])
    by_owner: dict[str, list[Due]] = {EVERYBODY: []}
    for one in reviews(facts.due):
        by_owner[EVERYBODY].append(one)
        if one.owner:
            by_owner.setdefault(one.owner, []).append(one)
    return {f"reviews-{owner}.ics": _file(facts, owner, by_owner[owner], words) for owner in sorted(by_owner)}


def _file(facts: Facts, owner: str, due: list[Due], words: Mapping[str, str]) -> bytes:
    file = Calendar()
    file.add("prodid", "-//Tuneup//Reviews//EN")
    file.add("version", "2.0")
    person = facts.playbook.entries.get(owner)
    whose = person.name.strip() if isinstance(person, Person) else words["everybody"]
    file.add("x-wr-calname", words["name"].format(company=facts.playbook.area(Company).name.strip(), whose=whose))
    for one in due:
        file.add_component(_event(facts, one, words))
    return bytes(file.to_ical())


def _event(facts: Facts, due: Due, words: Mapping[str, str]) -> Event:
    """The same record has the same name (UID) in every file, so that a later file moves it and adds none."""
    company = facts.playbook.area(Company).name.strip()
    event = Event()
    event.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{company}/review/{due.record}')}@tuneup")
    event.add("dtstamp", datetime.datetime.combine(facts.today, datetime.time(), datetime.UTC))
    event.add("sequence", max(0, (facts.today - datetime.date(2020, 1, 1)).days))
    event.add("summary", words["review"].format(label=due.label))
    command = f'tuneup review {due.record} --because "…"'
    event.add("description", words["look"].format(command=command))
    event.add("dtstart", due.on)
    event.add("dtend", due.on + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words["soon"].format(label=due.label))
    alarm.add("trigger", -A_WEEK_BEFORE)
    event.add_component(alarm)
    return event
