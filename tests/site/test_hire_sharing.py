"""Progress leaves the browser only when the hire sends it: a link for the manager, a file, dates for a calendar."""

from __future__ import annotations

import base64
import datetime
import json
import re
import zlib
from collections import Counter
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar
from playwright.sync_api import expect

from generator.areas.rap import Track
from generator.build import look
from generator.derive.curriculum import journey_of
from generator.exports.ics import calendar_file
from generator.exports.plan_words import PlanWords
from generator.loading import read_options, settings
from generator.loading.builtin import built_in
from generator.render.jinja.labels import read_labels
from tests.conftest import ROOT
from tests.site.conftest import KEPT, Newcomer
from tests.site.test_hire_days import START, WEEK_1, learnt


def test_the_manager_opens_the_link_and_nothing_is_kept(newcomer: Newcomer) -> None:
    said = {"recited": {"msg-one-liner": 92}, "quiz": {"m02-objectives": 75}, "gates": {"30-own-meetings-held": 1}}
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1, name="Ada Nordby", **said))
    page.goto("onboarding/")
    page.get_by_role("button", name="Link for my manager").click()
    link = page.locator(".tu-said input").input_value()
    assert "#p=" in link and "Ada" not in link and len(link) < 2000

    manager = newcomer.comes("2026-12-09")
    manager.goto(link)
    expect(manager.locator("main h1")).to_have_text("Ada Nordby: 4 of 6 done")
    main = manager.locator("main")
    expect(main).to_contain_text("as of Tue 8 Dec. As they ticked it themselves")
    expect(main).to_contain_text("One module is late. Four modules wait for a signature.")
    expect(main).to_contain_text("92 % of the words of One-liner")
    expect(main.locator("tr", has_text="four objectives")).to_contain_text("75 %")
    expect(main.locator("tr", has_text="Own meetings held").first).to_contain_text("1")
    assert manager.evaluate(f"localStorage.getItem('{KEPT}')") is None
    assert not [url for url in newcomer.asked if "p=" in url.split("#")[0]]


def test_a_link_or_file_from_before_a_module_had_its_id_is_read_with_it(
    newcomer: Newcomer, versions: str, tmp_path: Path
) -> None:
    page = newcomer.comes("2026-12-03", learnt("m03-products", quiz={"m03-products": 80}))
    page.goto(f"{versions}2026.4/onboarding/")
    page.get_by_role("button", name="Link for my manager").click()
    link = page.locator(".tu-said input").input_value().replace("2026.4", "2026.5")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save progress to a file").click()
    loading.value.save_as(tmp_path / "progress.json")
    manager = newcomer.comes("2026-12-03")
    manager.goto(link)
    expect(manager.locator("tr", has_text="Track, Audit, Rescue")).to_contain_text("80 %")
    manager.goto(f"{versions}2026.5/onboarding/")
    manager.get_by_label("Your first day").fill(START)
    manager.get_by_role("button", name="Show my day").click()
    manager.locator("input[type=file]").set_input_files(tmp_path / "progress.json")
    expect(manager.locator(".tu-said")).to_contain_text("One thing is ticked.")
    assert list(newcomer.kept(manager)["done"]) == ["m03-what-we-sell"]


def test_the_address_that_a_module_had_leads_to_where_it_is(newcomer: Newcomer, versions: str) -> None:
    page = newcomer.comes("2026-12-03", learnt())
    page.goto(f"{versions}2026.5/onboarding/modules/m03-products/")
    expect(page).to_have_url(f"{versions}2026.5/onboarding/modules/m03-what-we-sell/")


def fragment(**told: object) -> str:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(json.dumps(told).encode()) + packer.flush()
    return "#p=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


@pytest.mark.parametrize("track", ["constructor", "__proto__", "track-of-old"])
def test_a_link_about_no_programme_says_so(newcomer: Newcomer, track: str) -> None:
    page = newcomer.comes("2026-12-09")
    page.goto("onboarding/progress/" + fragment(day="2026-12-08", site="kelvaro", **(learnt() | {"track": track})))
    expect(page.get_by_role("alert")).to_contain_text("cut short or damaged")


def test_a_link_made_by_hand_shows_no_share_that_cannot_be(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-09")
    shares = {"quiz": {"m01-why-kelvaro": -5, "m02-objectives": 1e308}, "recited": {"msg-one-liner": 5000}}
    page.goto("onboarding/progress/" + fragment(day="2026-12-08", site="kelvaro", **learnt(*WEEK_1, **shares)))
    expect(page.locator("main h1")).to_have_text("A new colleague: 4 of 6 done")
    assert not re.search(r"-5 %|e\+|5000", page.locator("main").inner_text())


def test_a_link_from_after_the_last_week_counts_no_days(newcomer: Newcomer) -> None:
    page = newcomer.comes("2027-09-01")
    page.goto("onboarding/progress/" + fragment(day="2027-08-31", site="kelvaro", **learnt(*WEEK_1)))
    expect(page.locator("main")).to_contain_text("after the 12 weeks of the programme, as of Tue 31 Aug")


@pytest.mark.parametrize("end", ["#p=abc", "#p=", "#p=" + "A" * 300])
def test_a_damaged_link_says_so(newcomer: Newcomer, end: str) -> None:
    page = newcomer.comes("2026-12-09")
    page.goto("onboarding/progress/" + end)
    expect(page.get_by_role("alert")).to_contain_text("cut short or damaged")


def test_a_link_cut_off_or_about_another_company_says_so(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/")
    page.get_by_role("button", name="Link for my manager").click()
    whole = page.locator(".tu-said input").input_value()
    page.goto(whole[: len(whole) * 2 // 3])
    expect(page.get_by_role("alert")).to_contain_text("cut short or damaged")
    told = json.dumps({"day": "2026-12-08", "site": "another", "form": 1, **learnt(*WEEK_1)}).encode()
    packer = zlib.compressobj(wbits=-15)
    packed = base64.urlsafe_b64encode(packer.compress(told) + packer.flush()).decode().rstrip("=")
    page.goto(f"onboarding/progress/#p={packed}")
    expect(page.get_by_role("alert")).to_contain_text("about another company's playbook")


def test_progress_goes_into_a_file_and_back_in_another_browser(newcomer: Newcomer, tmp_path: Path) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save progress to a file").click()
    file = tmp_path / "progress.json"
    loading.value.save_as(file)

    other = newcomer.comes("2026-12-08", {"track": "track-sdr", "start": START})
    other.goto("onboarding/")
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator(".tu-said")).to_contain_text("4 things are ticked")
    kept = newcomer.kept(other)
    assert kept["track"] == "track-ae" and set(kept["done"]) == set(WEEK_1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"file": "tuneup progress", "site": "kel',
        " " * 2_000_001,
        '{"file": "tuneup progress", "site": "another", "progress": {}}',
        '{"file": "tuneup progress", "site": "kelvaro", "progress": {}}',
    ],
    ids=["empty", "list", "null", "cut off", "huge", "foreign", "nothing in it"],
)
def test_a_file_of_somebody_else_changes_nothing(newcomer: Newcomer, tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".tu-said")).to_contain_text("not a progress file of this playbook")
    assert set(newcomer.kept(page)["done"]) == set(WEEK_1)


def test_a_file_taken_by_mistake_can_be_given_back(newcomer: Newcomer, tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    old = {"form": 1, **learnt(), "start": "2026-11-23"}
    file.write_text(json.dumps({"file": "tuneup progress", "site": "kelvaro", "day": "2026-12-01", "progress": old}))
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1, quiz={"m02-objectives": 100}))
    page.goto("onboarding/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".tu-said")).to_contain_text("0 things are ticked")
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".tu-said")).to_contain_text("as it was before")
    kept = newcomer.kept(page)
    assert set(kept["done"]) == set(WEEK_1) and kept["quiz"] == {"m02-objectives": 100} and kept["start"] == START


def test_a_file_without_its_day_is_restored_all_the_same(newcomer: Newcomer, tmp_path: Path) -> None:
    file = tmp_path / "dayless.json"
    file.write_text(
        json.dumps({"file": "tuneup progress", "site": "kelvaro", "progress": {"form": 1, **learnt(*WEEK_1)}})
    )
    page = newcomer.comes("2026-12-08", learnt())
    page.goto("onboarding/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".tu-said")).to_contain_text("Restored from the file. 4 things are ticked.")


def test_a_file_brings_no_markup_and_no_foreign_field(newcomer: Newcomer, tmp_path: Path) -> None:
    bad = {
        **learnt("m01-why-kelvaro"),
        "name": "<img src=x onerror=alert(1)>",
        "__proto__": {"x": 1},
        "more": "more",
        "done": {
            "m01-why-kelvaro": {"on": "2026-12-01", "html": "<b>"},
            "<b>": {"on": "2026-12-01"},
            "x": {"on": "soon"},
        },
    }
    file = tmp_path / "bad.json"
    file.write_text(json.dumps({"file": "tuneup progress", "site": "kelvaro", "day": "2026-12-01", "progress": bad}))
    page = newcomer.comes("2026-12-08", learnt())
    page.goto("onboarding/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".tu-said")).to_contain_text("One thing is ticked.")
    kept = newcomer.kept(page)
    assert kept["done"] == {"m01-why-kelvaro": {"on": "2026-12-01"}} and "more" not in kept
    page.goto("onboarding/week/")
    expect(page.locator("main")).to_contain_text("<img src=x")


def test_the_calendar_file_is_one_that_calendars_read(newcomer: Newcomer, tmp_path: Path) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Add to calendar").click()
    file = tmp_path / "onboarding.ics"
    loading.value.save_as(file)
    assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    by_kind = Counter(event["CATEGORIES"].cats[0] for event in events)
    assert by_kind["module"] == 30 and by_kind["moment"] == 7 and by_kind["gate"] == 10 and by_kind["refresher"] > 20
    assert len(vobject.readOne(file.read_text(encoding="utf-8")).vevent_list) == len(events)
    first = next(event for event in events if event["UID"].startswith("module-m01"))
    assert first.decoded("DTSTART") == datetime.datetime(2026, 11, 30, 10, 30), "at nine there is coffee with Marte"
    assert first.decoded("DTEND") - first.decoded("DTSTART") == datetime.timedelta(minutes=45)
    assert all(event.walk("VALARM") for event in events)
    off = {datetime.date(2026, 12, day) for day in (24, 25, 31)}
    assert not off & {event.decoded("DTSTART").date() for event in events if "module" in event["CATEGORIES"].cats}


def test_a_first_day_that_moves_moves_the_events_in_the_calendar(newcomer: Newcomer, tmp_path: Path) -> None:
    """Same names, a higher number and a later stamp: calendars then replace what they have."""
    made = []
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    for minute, start in enumerate((START, "2026-11-23")):
        page.clock.set_fixed_time(f"{START}T08:3{minute}:00+01:00")
        page.get_by_role("button", name="Change role or first day").click()
        page.get_by_label("Your first day").fill(start)
        page.get_by_role("button", name="Show my day").click()
        with page.expect_download() as loading:
            page.get_by_role("button", name="Add to calendar").click()
        loading.value.save_as(tmp_path / "onboarding.ics")
        made.append(Calendar.from_ical((tmp_path / "onboarding.ics").read_bytes()).walk("VEVENT"))
    before, after = ({str(event["UID"]): event for event in events} for events in made)
    assert {name for name in before if "refresher" not in name} == {name for name in after if "refresher" not in name}
    name = f"module-m01-why-kelvaro.track-ae.{START}@kelvaro.tuneup"
    first = [events[name] for events in (before, after)]
    assert first[1].decoded("DTSTART").date() == datetime.date(2026, 11, 23)
    assert first[1]["SEQUENCE"] > first[0]["SEQUENCE"]
    assert first[1].decoded("DTSTAMP") > first[0].decoded("DTSTAMP")


def test_a_new_browser_takes_the_file_before_role_and_first_day_are_chosen(newcomer: Newcomer, tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    told = {
        "file": "tuneup progress",
        "site": "kelvaro",
        "day": "2026-12-07",
        "progress": {"form": 1, **learnt(*WEEK_1)},
    }
    file.write_text(json.dumps(told))
    page = newcomer.comes("2026-12-08")
    page.goto("onboarding/")
    expect(page.locator(".tu-setup")).to_be_visible()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Restore from a file").click()
    choosing.value.set_files(file)
    expect(page.locator(".tu-said")).to_contain_text("4 things are ticked.")
    assert set(newcomer.kept(page)["done"]) == set(WEEK_1) and newcomer.kept(page)["track"] == "track-ae"
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".tu-setup")).to_be_visible()
    expect(page.locator(".tu-said")).to_contain_text("as it was before")


def test_page_and_command_name_an_event_alike(newcomer: Newcomer, tmp_path: Path) -> None:
    """So whoever puts both files into one calendar has nothing twice, and of two days the later file holds."""
    seen = look(settings(ROOT, read_options(ROOT)), only=frozenset({"rap"}))
    track = next(track for track in seen.facts.playbook.of(Track) if track.id == "track-ae")
    start = datetime.date.fromisoformat(START)
    journey = journey_of(seen.facts.playbook, track, start, seen.facts.today)
    printed = calendar_file(
        PlanWords(journey, read_labels([built_in()], "en")), today=start - datetime.timedelta(days=1)
    )
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Add to calendar").click()
    loading.value.save_as(tmp_path / "onboarding.ics")
    here, there = (
        {str(event["UID"]): int(event["SEQUENCE"]) for event in Calendar.from_ical(data).walk("VEVENT")}
        for data in ((tmp_path / "onboarding.ics").read_bytes(), printed)
    )
    assert here.keys() == there.keys() and len(here) > 60
    assert 0 < min(here.values()) - max(there.values()) < 2 * 24 * 60
