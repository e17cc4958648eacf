"""The calendar file: two parsers read the same from it, reminders included, and a second file moves events."""

from __future__ import annotations

import datetime
import re
from collections import Counter

import icalendar
import pytest
import vobject

from generator.areas.rap import Track
from generator.derive.curriculum import Journey, journey_of
from generator.exports.ics import calendar_file
from generator.exports.plan_words import PlanWords
from generator.loading import load
from generator.loading.builtin import built_in
from generator.model.settings import Settings
from generator.render.jinja.labels import read_labels
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 23)
START = datetime.date(2026, 12, 1)


def journey(role: str = "ae", start: datetime.date = START) -> Journey:
    playbook = load(Settings(ROOT, TODAY, (ROOT / "content",))).playbook
    track = next(track for track in playbook.of(Track) if track.role == role)
    return journey_of(playbook, track, start, TODAY)


def spoken(journey: Journey, language: str = "en") -> PlanWords:
    return PlanWords(journey, read_labels([built_in()], language))


@pytest.fixture(scope="module")
def data() -> bytes:
    return calendar_file(spoken(journey()), today=TODAY)


def test_both_parsers_read_the_same(data: bytes) -> None:
    one = {
        str(event["uid"]): (str(event["summary"]), event["dtstart"].dt)
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }
    other = {
        event.uid.value: (event.summary.value, event.dtstart.value)
        for event in vobject.readOne(data.decode("utf-8")).vevent_list
    }
    assert one == other
    assert len(one) > 30


def test_the_modules_lie_on_their_dates_one_after_the_other(data: bytes) -> None:
    made = journey()
    events = [event for event in icalendar.Calendar.from_ical(data).walk("VEVENT") if "module" in event.categories]
    assert [event["dtstart"].dt.date() for event in events] == [made.dates[p.day] for p in made.plan.placements]
    assert [event["duration"].dt.total_seconds() / 60 for event in events] == [p.minutes for p in made.plan.placements]
    first = events[0]["dtstart"].dt
    assert (first.hour, first.minute, first.tzinfo) == (10, 30, None), "a time that holds wherever the hire is"
    off = {day for day, _ in made.off()}
    assert {datetime.date(2026, 12, 24), datetime.date(2026, 12, 25)} <= off
    assert not off & {event["dtstart"].dt.date() for event in events}


def test_every_event_reminds(data: bytes) -> None:
    calendar = vobject.readOne(data.decode("utf-8"))
    for event in calendar.vevent_list:
        (alarm,) = event.valarm_list
        assert alarm.action.value == "DISPLAY"
        assert datetime.timedelta(hours=-24) < alarm.trigger.value <= datetime.timedelta(0)
    first = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    assert [one.trigger for one in first.alarms.times] == [datetime.datetime(2026, 12, 1, 10, 15)]


def test_the_format_s_own_limits_hold(data: bytes) -> None:
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)
    names = Counter(line for line in lines if line.startswith(b"UID:"))
    assert set(names.values()) == {1}


def test_a_later_file_names_the_same_events(data: bytes) -> None:
    later = icalendar.Calendar.from_ical(calendar_file(spoken(journey()), today=datetime.date(2026, 12, 3)))
    before = icalendar.Calendar.from_ical(data)
    assert {str(e["uid"]) for e in later.walk("VEVENT")} == {str(e["uid"]) for e in before.walk("VEVENT")}
    assert int(later.walk("VEVENT")[0]["sequence"]) > int(before.walk("VEVENT")[0]["sequence"])
    assert calendar_file(spoken(journey()), today=TODAY) == data


def test_another_hire_has_other_events(data: bytes) -> None:
    other = icalendar.Calendar.from_ical(calendar_file(spoken(journey(start=datetime.date(2027, 1, 4))), today=TODAY))
    names = {str(event["uid"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    assert not names & {str(event["uid"]) for event in other.walk("VEVENT")}


def test_it_speaks_the_language_of_the_playbook() -> None:
    """Also in the reminders, which is all that a telephone shows."""
    file = icalendar.Calendar.from_ical(calendar_file(spoken(journey(), "nb"), today=TODAY))
    events = file.walk("VEVENT")
    titles = [str(event["summary"]) for event in events]
    assert "Repeter: Why Kelvaro exists" in titles
    assert any(title.startswith("Milepæl etter 30 kalenderdager: ") for title in titles)
    assert "Signeres av: Marte Lindvik" in str(events[0]["description"])
    assert "før «Sit in on a client meeting» på arbeidsdag 7" in str(events[0]["description"])
    reminders = {str(alarm["description"]) for event in events for alarm in event.walk("VALARM")}
    assert reminders == set(titles)
    english = ("Signed by", "Repeat:", "In hand afterwards", "With ", "calendar days")
    whole = "\n".join(str(event.get(part, "")) for event in events for part in ("summary", "description"))
    assert not [word for word in english if re.search(rf"(?m)^{word}", whole)]
