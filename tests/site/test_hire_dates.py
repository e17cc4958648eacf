"""The browser and the planner say the same dates: for any first day, any working week, any holidays, any programme."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Page, expect

from generator.areas.rap import Hire, Track
from generator.areas.rap.track import Gate
from generator.derive.curriculum import Journey, journey_of
from generator.derive.curriculum.dates import WEEKDAYS
from generator.derive.facts import Facts
from generator.derive.hires.cohorts import working_day
from generator.exports.ics import calendar_file
from generator.exports.plan_words import PlanWords
from generator.loading import load
from generator.loading.builtin import built_in
from generator.model.settings import Settings
from generator.render.book import open_book
from generator.render.jinja.labels import read_labels
from generator.render.training.programme import Programme
from tests.site.conftest import Newcomer, call
from tests.site.test_hire_days import WEEK_1, learnt

COMPANY = """\
name: Acme
people: [{id: ann, name: Ann Holm, job: Leads sales}]
roles: [{id: ae, title: Account executive}]
rules: {area-missing: off}
"""
ASKED = """
const c = m.course(a[0], a[1], {start: a[2], done: {}, again: {}, gates: {}}, a[3]);
const { calendarFile } = await import('/assets/hire/ics.mjs');
const { speaker } = await import('/assets/hire/page.mjs');
return {
  modules: Object.fromEntries(c.items.map((item) => [item.id, item.date])),
  weeks: Array.from({length: c.week.last}, (_, at) => c.week_(at + 1)).map((week) => [week.from, week.to]),
  of_weeks: Object.fromEntries(c.items.map((item) => [item.id, item.week])),
  moments: a[0].moments.map((one) => c.dates[one.day - 1]),
  gates: c.gates.map((gate) => [gate.day, gate.date]),
  number: c.number,
  ics: calendarFile(c, speaker(a[4]), a[5], `${a[6]}.${c.dates[0]}`, new Date()),
};
"""


def made_up(chance: random.Random, start: datetime.date) -> dict[str, Any]:
    """A programme of any length for people who work on any days of the week, holidays on the first day among them."""
    week = sorted(chance.sample(WEEKDAYS, chance.choice([1, 2, 3, 4, 5, 5, 6, 7])), key=WEEKDAYS.index)
    off = {start + datetime.timedelta(days=chance.randint(0, 120)) for _ in range(chance.randint(0, 12))}
    off |= {start} if chance.random() < 0.4 else set()
    weeks = chance.choice([1, 2, 12, 13, 104])
    modules = [
        {
            "id": f"m{number:02}",
            "title": f"Module {number}",
            "minutes": chance.choice([15, 45, 90, 240]),
            "sign_off": "self",
            **({"day": chance.randint(1, 7 * weeks)} if chance.random() < 0.2 else {}),
            **({"needed_by": "call"} if chance.random() < 0.5 else {}),
            "refreshers": chance.choice([[], [7], [7, 30, 90]]),
        }
        for number in range(chance.randint(1, 9))
    ]
    holidays = [{"on": day, "name": "Off"} for day in sorted(off)]
    return {
        "owner": "ann",
        "load": {"minutes_a_week": chance.choice([120, 300]), "first_week": 120, "topics_a_day": chance.choice([1, 3])},
        "calendars": [{"id": "here", "title": "Here", "working_days": week, "holidays": holidays}],
        "moments": [
            {"id": "call", "title": "First call", "day": chance.randint(2, 12)},
            {"id": "deal", "title": "First deal", "day": chance.randint(2, len(week) * weeks + 3)},
        ],
        "tracks": [
            {
                "id": "track", "title": "Track", "role": "ae", "calendar": "here", "weeks": weeks,
                "gates": [{"day": day, "measure": f"Gate {day}"} for day in (30, 90)],
            }
        ],
        "modules": modules,
    }  # fmt: skip


def journeys(folder: Path, seed: int) -> Iterator[tuple[Journey, dict[str, Any], datetime.date, int]]:
    """The planner's answer, what the page is told, a day, and the working day that the planner takes it for."""
    chance = random.Random(seed)
    start = datetime.date(2026, 1, 1) + datetime.timedelta(days=chance.randint(0, 800))
    (folder / "content").mkdir()
    (folder / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    (folder / "content" / "rap.yml").write_text(yaml.safe_dump(made_up(chance, start)), encoding="utf-8")
    settings = Settings(folder, start, (folder / "content",))
    read = load(settings)
    assert not read.problems, read.problems
    facts = Facts(read.playbook, start)
    labels = read_labels([built_in()], "en")
    told = Programme(open_book(facts, (), (), settings, labels)).today()
    (track,) = read.playbook.of(Track)
    journey = journey_of(read.playbook, track, start, start)
    for _ in range(3):
        today = start + datetime.timedelta(days=chance.randint(-3, 200))
        hire = Hire(id="h", name="Ada", role="ae", start=start)
        yield journey, told, today, working_day(Facts(read.playbook, today), hire, track)


@pytest.mark.parametrize("seed", range(60))
def test_any_programme_has_the_same_dates_in_both(scripts: Page, tmp_path: Path, seed: int) -> None:
    for journey, told, today, number in journeys(tmp_path, seed):
        track, dates, plan = told["tracks"]["track"], journey.dates, journey.plan
        start = dates.start.isoformat()
        given = (track, told["modules"], start, today.isoformat(), told["words"], told["site"], journey.track.id)
        found = call(scripts, "course", ASKED, *given)
        assert found["modules"] == {one.module: dates[one.day].isoformat() for one in plan.placements}
        assert found["of_weeks"] == {one.module: one.week for one in plan.placements}
        spans = [[dates[week.first_day].isoformat(), dates[week.last_day].isoformat()] for week in plan.weeks]
        known = min(len(spans), len(found["weeks"]))
        assert found["weeks"][:known] == spans[:known]
        assert found["moments"] == [dates[one.day].isoformat() for one in plan.moments]
        assert found["gates"] == [[day, journey.gate_date(_gate(journey, day)).isoformat()] for day in (30, 90)]
        assert found["number"] == number
        planner = calendar_file(PlanWords(journey, read_labels([built_in()], "en")), today=today)
        assert _events(found["ics"].encode()) == _events(planner), "both calendars hold the same, by one name"


def _gate(journey: Journey, day: int) -> Gate:
    return next(gate for gate in journey.track.gates if gate.day == day)


def _events(file: bytes) -> list[tuple[str, str, str, str, str]]:
    """Name, kind, title, beginning and end of each event."""
    events = Calendar.from_ical(file).walk("VEVENT")
    return sorted(
        (str(event["UID"]), event["CATEGORIES"].cats[0], str(event["SUMMARY"]), *_when(event)) for event in events
    )


def _when(event: Any) -> tuple[str, str]:
    begin = event.decoded("DTSTART")
    end = begin + event.decoded("DURATION") if "DURATION" in event else event.decoded("DTEND")
    return begin.isoformat(), end.isoformat()


def test_a_day_beyond_all_calendars_breaks_no_page(scripts: Page) -> None:
    track = {
        "role": "Seller", "weeks": 1, "days": {"far": 999_999_999}, "again": [], "loads": [], "moments": [],
        "gates": [], "calendar": {"weekdays": [0], "off": {}, "until": None},
    }  # fmt: skip
    module = {"title": "Far", "minutes": 5, "needs": [], "moment": "", "says": "", "signs": ""}
    progress = {"start": "2026-11-30", "done": {}, "again": {}, "gates": {}}
    code = "return m.course(a[0], a[1], a[2], '2026-12-01').items[0].date"
    assert call(scripts, "course", code, track, {"far": module}, progress).startswith("20")


# The example, on pages.


def test_a_week_that_begins_on_wednesday_ends_on_tuesday(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-04", learnt() | {"start": "2026-12-02"})
    page.goto("onboarding/week/")
    expect(page.locator("main h1")).to_have_text("Week 1: Wed 2 Dec to Tue 8 Dec")
    expect(page.locator(".tu-week tbody th")).to_have_text(
        ["Wed 2 Dec", "Thu 3 Dec", "Fri 4 Dec", "Mon 7 Dec", "Tue 8 Dec"]
    )
    page.goto("onboarding/track-ae/")
    expect(page.locator('[data-week="1"] .tu-dates')).to_contain_text("to Tue 8 Dec · this week")
    expect(page.locator('[data-week="2"] .tu-dates')).to_contain_text("Wed 9 Dec")
    newcomer.is_on(page, "2026-12-08")
    page.goto("onboarding/week/")
    expect(page.locator("main h1")).to_have_text("Week 1: Wed 2 Dec to Tue 8 Dec")
    newcomer.is_on(page, "2026-12-09")
    page.reload()
    expect(page.locator("main h1")).to_have_text("Week 2: Wed 9 Dec to Tue 15 Dec")


def test_who_begins_on_a_holiday_begins_on_the_next_working_day(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-25", learnt() | {"start": "2026-12-25"})
    page.goto("onboarding/")
    expect(page.locator("main h1")).to_have_text("You begin on Monday 28 Dec")
    expect(page.locator("main")).to_contain_text("In 3 days")
    newcomer.is_on(page, "2026-12-28")
    page.reload()
    expect(page.locator("main h1")).to_have_text("Monday: Why Kelvaro exists")
    expect(page.locator("main .tu-eyebrow").first).to_contain_text("working day 1 of 60")
    expect(page.locator("main")).to_contain_text("Your first day.")


def test_whoever_changes_the_role_keeps_what_both_roles_learn(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/")
    page.get_by_role("button", name="Change role or first day").click()
    page.get_by_label("Sales development").check()
    page.get_by_role("button", name="Show my day").click()
    expect(page.locator("main .tu-eyebrow").first).to_contain_text("Sales development · working day 7 of 60")
    page.goto("onboarding/track-sdr/")
    for module in WEEK_1:
        assert page.locator(f"#tick-{module}").is_checked()
    assert set(newcomer.kept(page)["done"]) == set(WEEK_1)
