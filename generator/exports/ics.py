"""A hire's plan as a calendar file: modules at a time of day, refreshers, client moments and gates, with reminders."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from icalendar import Alarm, Calendar, Event

from generator.areas.company import Company
from generator.areas.rap import Module
from generator.exports.plan_words import PlanWords
from generator.render.jinja.filters import slug
from generator.render.training.programme import gate_key

BEGIN = datetime.time(10, 30)
"""When the first module of a day begins: the first hour belongs to mail and colleagues."""
BEFORE = datetime.timedelta(minutes=15)
ZERO = datetime.date(2020, 1, 1)
"""Minutes since then number the files, here and in the browser, so that of two the later one holds."""
DAY_BEFORE = datetime.timedelta(hours=9)
"""Before midnight: a whole day is announced at three in the afternoon of the day before."""


def calendar_file(words: PlanWords, *, today: datetime.date) -> bytes:
    """The file. Times have no zone: they hold wherever the hire is.

    The same plan gives the same events with the same names (UIDs), so that a later file moves them and adds none. Where
    it is known whose plan it is, they also move with the first day; else that day tells one hire from another. The page
    of today names them alike for the same track and first day (`hire/ics.mjs`): whoever takes both has nothing twice.
    """
    journey = words.journey
    file = Calendar()
    file.add("prodid", "-//Tuneup//Onboarding plan//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("x-wr-calname", f"{journey.playbook.area(Company).name}: {journey.track.label}")
    stamp = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    for event in _events(words):
        event.add("dtstamp", stamp)
        event.add("sequence", max(0, (today - ZERO).days * 24 * 60))
        file.add_component(event)
    return bytes(file.to_ical())


def _events(words: PlanWords) -> Iterator[Event]:
    journey = words.journey
    yield from _modules(words)
    yield from _refreshers(words)
    for moment in journey.plan.moments:
        if moment.day >= 1:
            yield _whole_day(words, "moment", moment.id, journey.dates[moment.day], journey.name(moment.id))
    for gate in journey.track.gates:
        title = words.say("event.gate", day=gate.day, measure=f"{gate.measure.strip()}{words.target(gate)}")
        yield _whole_day(words, "gate", gate_key(gate), journey.gate_date(gate), title)


def _modules(words: PlanWords) -> Iterator[Event]:
    """Those of one day follow each other."""
    journey = words.journey
    day, clock = 0, datetime.datetime.combine(journey.dates.start, BEGIN)
    for placement in journey.plan.placements:
        if placement.day != day:
            day, clock = placement.day, datetime.datetime.combine(journey.dates[placement.day], BEGIN)
        module = journey.playbook.entries[placement.module]
        assert isinstance(module, Module)
        length = datetime.timedelta(minutes=max(placement.minutes, 5))
        about = _about(words, module, words.why(placement))
        event = _event(words, "module", module.id, module.label, about)
        event.add("dtstart", clock)
        event.add("duration", length)
        event.add_component(_alarm(module.label, BEFORE))
        clock += length
        yield event


def _about(words: PlanWords, module: Module, why: str) -> str:
    coach = words.say("event.with", who=words.journey.name(module.coach)) if module.coach else ""
    outcome = words.say("event.outcome", outcome=module.outcome.strip()) if module.outcome else ""
    signer = words.signer(module)
    signs = words.say("event.signed", who=signer) if signer else ""
    lines = (module.why_now or "", outcome, coach, signs, why[:1].upper() + why[1:])
    return "\n".join(line.strip() for line in lines if line)


def _refreshers(words: PlanWords) -> Iterator[Event]:
    """One event a day, half an hour before the modules begin."""
    journey = words.journey
    by_day: dict[int, list[str]] = {}
    minutes: dict[int, int] = {}
    for refresher in journey.plan.refreshers:
        by_day.setdefault(refresher.day, []).append(journey.name(refresher.module))
        minutes[refresher.day] = minutes.get(refresher.day, 0) + refresher.minutes
    for day, names in by_day.items():
        title = words.say("event.repeat", titles=", ".join(names))
        event = _event(words, "refresher", str(day), title, "\n".join(names))
        event.add("dtstart", datetime.datetime.combine(journey.dates[day], BEGIN) - datetime.timedelta(minutes=30))
        event.add("duration", datetime.timedelta(minutes=max(5, minutes[day])))
        event.add_component(_alarm(title, datetime.timedelta()))
        yield event


def _whole_day(words: PlanWords, kind: str, id_: str, day: datetime.date, title: str) -> Event:
    event = _event(words, kind, id_, title, "")
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(title, DAY_BEFORE))
    return event


def _event(words: PlanWords, kind: str, id_: str, title: str, description: str) -> Event:
    journey = words.journey
    site = slug(journey.playbook.area(Company).name)
    whose = words.whose or journey.dates[1].isoformat()
    event = Event()
    event.add("uid", f"{kind}-{id_}.{journey.track.id}.{whose}@{site}.tuneup")
    event.add("summary", title)
    event.add("categories", [kind])
    if description:
        event.add("description", description)
    return event


def _alarm(title: str, before: datetime.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm
