"""What the pages of a new colleague work out, without a page: the wording said, working days, where a hire stands."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from generator.areas.rap import Track
from generator.build import look
from generator.derive.curriculum import Dates, calendar_of, journey_of
from generator.loading import read_options, settings
from generator.loading.builtin import built_in
from generator.render.jinja.labels import read_labels
from tests.conftest import ROOT
from tests.site.conftest import call

CASES = sorted((Path(__file__).parent / "recited").glob("*.yml"))
HABITS = (
    *("fillers", "same", "figures", "ordinals", "units", "short", "scales", "currencies"),
    *("and", "decimal", "article"),
)


def habits(language: str) -> dict[str, Any]:
    """How a language speaks, as the page of the recital is told."""
    labels = yaml.safe_load((ROOT / f"templates/labels/{language}.yml").read_text(encoding="utf-8"))
    return {name: labels["hire"]["recite"][name] for name in HABITS}


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_what_was_said_is_compared_with_the_approved_wording(scripts: Page, case: Path) -> None:
    told = yaml.safe_load(case.read_text(encoding="utf-8"))
    given = {
        "points": told.get("points", []),
        "qualifiers": told.get("qualifiers", []),
        "habits": habits(told.get("language", "en")),
    }
    found = call(scripts, "wording", "return m.compare(a[0], a[1], a[2])", told["approved"], told["said"], given)
    found["wrong_numbers"] = [{"want": n["want"], "said": n["said"]} for n in found["numbers"] if not n["right"]]
    wanted = {
        key: told[key] for key in ("percent", "perfect", "wrong_numbers", "lost", "missed", "extra") if key in told
    }
    assert {key: found[key] for key in wanted} == wanted


def test_the_browser_lays_days_over_the_calendar_as_the_planner_does(scripts: Page) -> None:
    seen = look(settings(ROOT, read_options(ROOT)), only=frozenset({"rap"}))
    track = next(track for track in seen.facts.playbook.of(Track) if track.id == "track-ae")
    calendar = calendar_of(seen.facts.playbook, track)
    told = {"weekdays": sorted(calendar.weekdays), "off": {day.isoformat(): name for day, name in calendar.off.items()}}
    for ahead in range(0, 400, 7):
        start = datetime.date(2026, 1, 1) + datetime.timedelta(days=ahead + ahead % 5)
        planned = [day.isoformat() for day in Dates.of(calendar, start, 65).days]
        assert call(scripts, "calendar", "return m.workingDays(a[0], a[1], 65)", told, start.isoformat()) == planned
        counted = call(scripts, "calendar", "return m.worked(a[0], a[1], a[2])", told, start.isoformat(), planned[-1])
        assert counted == 65
        journey = journey_of(seen.facts.playbook, track, start, seen.facts.today)
        gates = [journey.gate_date(gate).isoformat() for gate in track.gates]
        days = [gate.day for gate in track.gates]
        code = "return a[2].map((day) => m.gateDay(a[0], a[1], day))"
        assert call(scripts, "calendar", code, told, start.isoformat(), days) == gates


@pytest.mark.parametrize(
    "calendar",
    [{"weekdays": [], "off": {}}, {"weekdays": [0], "off": {"2026-11-30": ""}}, {"weekdays": [5, 6], "off": {}}],
    ids=["nobody-ever-works", "mondays", "weekends"],
)
def test_strange_calendars_come_to_an_end(scripts: Page, calendar: dict[str, Any]) -> None:
    days = call(scripts, "calendar", "return m.workingDays(a[0], '2026-11-30', 20)", calendar)
    assert len(days) == (20 if calendar["weekdays"] else 0)
    assert all(datetime.date.fromisoformat(day).weekday() in calendar["weekdays"] for day in days)


TRACK: dict[str, Any] = {
    "role": "Seller",
    "path": "x.md",
    "weeks": 2,
    "days": {"one": 1, "two": 2, "three": 7},
    "again": [["one", 7, 6, 5]],
    "loads": [[90, 100], [35, 100]],
    "moments": [{"id": "call", "day": 8, "title": "First call"}],
    "gates": [
        {"key": "9-calls", "day": 9, "measure": "Calls", "target": 3, "unit": "calls", "otherwise": ""},
        {"key": "9-said", "day": 9, "measure": "Said", "target": None, "unit": "", "otherwise": ""},
    ],
    "calendar": {"weekdays": [0, 1, 2, 3, 4], "off": {}, "until": None},
}
MODULES = {
    "one": {"title": "One", "minutes": 60, "needs": [], "moment": "", "says": "t1:a", "signs": ""},
    "two": {"title": "Two", "minutes": 30, "needs": ["one"], "moment": "call", "says": "t1:b", "signs": "Ann"},
    "three": {"title": "Three", "minutes": 30, "needs": ["two"], "moment": "call", "says": "t1:c", "signs": ""},
}


def stands(page: Page, today: str, done: dict[str, Any] | None = None, **kept: Any) -> dict[str, Any]:
    progress = {"start": "2026-11-30", "done": done or {}, "again": {}, "gates": {}, **kept}
    code = "const c = m.course(a[0], a[1], a[2], a[3]); delete c.week_; return JSON.stringify(c)"
    found: dict[str, Any] = json.loads(call(page, "course", code, TRACK, MODULES, progress, today))
    return found


def test_what_was_not_done_on_its_day_is_late_the_day_after(scripts: Page) -> None:
    assert [item["id"] for item in stands(scripts, "2026-11-30")["late"]] == []
    assert [item["id"] for item in stands(scripts, "2026-12-01")["late"]] == ["one"]
    assert [item["id"] for item in stands(scripts, "2026-12-05")["late"]] == ["one", "two"], "on Saturday too"


def test_a_module_waits_for_what_it_needs(scripts: Page) -> None:
    items = {item["id"]: item for item in stands(scripts, "2026-11-30")["items"]}
    assert items["one"]["waits"] == [] and items["two"]["waits"] == ["one"]
    items = {item["id"]: item for item in stands(scripts, "2026-12-01", {"one": {"on": "2026-11-30"}})["items"]}
    assert items["two"]["waits"] == []


def test_what_is_taught_anew_is_marked_on_whoever_learnt_the_old(scripts: Page) -> None:
    items = stands(scripts, "2026-12-01", {"one": {"on": "2026-11-30", "says": "t1:old"}})["items"]
    assert [item["id"] for item in items if item["changed"]] == ["one"]


def test_what_only_changed_in_words_is_not_marked(scripts: Page) -> None:
    modules = {**MODULES, "one": {**MODULES["one"], "alike": ["t1:old"]}}
    progress = {
        "start": "2026-11-30",
        "done": {"one": {"on": "2026-11-30", "says": "t1:old"}},
        "again": {},
        "gates": {},
    }
    code = "return m.course(a[0], a[1], a[2], '2026-12-01').items.filter((item) => item.changed).length"
    assert call(scripts, "course", code, TRACK, modules, progress) == 0
    assert call(scripts, "course", code, TRACK, MODULES, progress) == 1


def test_only_what_was_learnt_comes_back_and_only_until_it_was_repeated(scripts: Page) -> None:
    learnt = {"one": {"on": "2026-11-30"}}
    assert stands(scripts, "2026-12-07")["again"] == []
    assert [one["key"] for one in stands(scripts, "2026-12-07", learnt)["again"]] == ["one+7"]
    assert stands(scripts, "2026-12-07", learnt, again={"one+7": "2026-12-07"})["again"] == []


def test_whoever_learns_late_repeats_late(scripts: Page) -> None:
    learnt = {"one": {"on": "2026-12-04"}}
    assert stands(scripts, "2026-12-07", learnt)["again"] == [], (
        "three days after learning it there is nothing to repeat"
    )
    assert [one["ago"] for one in stands(scripts, "2026-12-11", learnt)["again"]] == [7]


def test_a_gate_without_a_target_is_reached_by_a_tick(scripts: Page) -> None:
    gate = stands(scripts, "2026-12-01", gates={"9-calls": 3})["gate"]
    assert [one["key"] for one in gate["open"]] == ["9-said"] and gate["date"] == "2026-12-09"
    assert stands(scripts, "2026-12-01", gates={"9-calls": 3, "9-said": 1})["gate"]["open"] == []
    assert stands(scripts, "2026-12-10", gates={"9-calls": 3})["gate"]["date"] == "2026-12-09", "it is not forgotten"


def test_the_next_moment_names_what_comes_before_it(scripts: Page) -> None:
    following = stands(scripts, "2026-12-01", {"two": {"on": "2026-12-01"}})["next"]
    assert following["date"] == "2026-12-09" and [item["id"] for item in following["open"]] == ["three"]
    assert stands(scripts, "2026-12-10")["next"] is None


def test_the_programme_has_a_before_and_an_after(scripts: Page) -> None:
    assert stands(scripts, "2026-11-29")["phase"] == "before"
    assert stands(scripts, "2026-11-30")["phase"] == stands(scripts, "2026-12-11")["phase"] == "during"
    assert stands(scripts, "2026-12-12")["phase"] == "after"


PROFILE = {
    "lines": [
        {"attribute": "Size", "answers": [["big", 60], ["small", 0]]},
        {"attribute": "Need", "answers": [["yes", 40], ["no", 0]]},
    ],
    "tiers": [
        {"name": "A", "from": 70, "to": 100, "then": ""},
        {"name": "B", "from": 40, "to": 69, "then": ""},
        {"name": "C", "from": 0, "to": 39, "then": ""},
    ],
    "walk": [{"what": "sea freight", "because": "a logger is better"}],
}


def test_made_up_prospects_reach_every_tier_and_every_way_out(scripts: Page) -> None:
    code = "return m.prospects(a[0], 12, a[1]).map((one) => ({...one, verdict: m.verdictOn(a[0], one)}))"
    made = call(scripts, "prospects", code, PROFILE, 7)
    assert made == call(scripts, "prospects", code, PROFILE, 7), "the same seed makes the same prospects"
    assert {one["verdict"]["name"] for one in made} == {"A", "B", "C", ""}
    for one in made:
        points = sum(line["points"] for line in one["lines"])
        assert one["verdict"]["points"] == points
        if one["walk"] is None:
            assert one["verdict"]["name"] == ("A" if points >= 70 else "B" if points >= 40 else "C")


DAYS = [datetime.date(2026, month, 3) for month in range(1, 13)] + [datetime.date(2031, 5, 17)]
SAYS = """
document.documentElement.lang = a[0];
const say = m.speaker({ until: 'until {day}.' });
return a[1].map((day) => [say.short(day), say.day(day), say('until', { day: say.short(day) })]);
"""


@pytest.mark.parametrize("language", ["en", "nb"])
def test_scripts_write_a_day_as_the_pages_do(scripts: Page, language: str) -> None:
    labels = read_labels([built_in()], language)
    for day, said in zip(DAYS, call(scripts, "page", SAYS, language, [str(day) for day in DAYS]), strict=True):
        written = [labels.day(day, year=year) for year in (False, True)]
        assert said[0].partition(" ")[2] in written and said[1].partition(" ")[2] in written
        assert said[2].endswith(".") and not said[2].endswith("..")
