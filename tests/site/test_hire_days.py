"""A new account executive on the first day, the ninth and the thirty-first: what the pages say, and what they keep."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.site.conftest import KEPT, Newcomer

START = "2026-11-30"
WEEK_1 = ("m01-why-kelvaro", "m02-objectives", "m03-products", "m04-listen")
WEEK_2 = ("m05-icp-food", "m06-value", "m07-first-call")


def learnt(*modules: str, on: str = "2026-12-01", **more: Any) -> dict[str, Any]:
    return {"track": "track-ae", "start": START, "done": {id: {"on": on} for id in modules}, **more}


def heading(page: Page) -> str:
    page.locator(".tu-row, .tu-setup").first.wait_for()
    return page.locator("main h1").inner_text()


def test_the_first_visit_asks_once_for_role_and_first_day(newcomer: Newcomer) -> None:
    page = newcomer.comes(START)
    page.goto("onboarding/")
    page.get_by_label("Account executive").check()
    page.get_by_label("Your first day").fill(START)
    page.get_by_role("button", name="Show my day").click()
    assert heading(page) == "Monday: Why Kelvaro exists"
    page.reload()
    assert heading(page) == "Monday: Why Kelvaro exists"
    assert newcomer.kept(page)["track"] == "track-ae"


def test_nobody_is_thought_to_begin_on_a_sunday(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-11-29")
    page.goto("onboarding/")
    expect(page.get_by_label("Your first day")).to_have_value(START)


def test_the_first_day_is_for_arriving(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    assert heading(page) == "Monday: Why Kelvaro exists"
    main = page.locator("main").inner_text()
    assert "Your first day. One thing to learn, 45 min; the rest of it is for arriving." in main
    assert "9:00 coffee with Marte" in main
    assert "working day 1 of 60" in main
    assert "You and your manager first look at it together on Tue 5 Jan." in main and "0 of 3" not in main
    assert "\nTuesday Where we are going: four objectives\n" in main, "each day of the week on a line of its own"
    assert "late" not in main.split("Am I on track?")[1].split("Practise")[0].replace("Nothing is late", "")


def test_before_the_first_day_the_page_shows_what_it_will_be(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-11-26", learnt())
    page.goto("onboarding/")
    assert heading(page) == "You begin on Monday 30 Nov"
    expect(page.locator("main")).to_contain_text("In 4 days")


def test_the_seventh_day_has_one_lesson_two_to_repeat_and_a_client_in_the_afternoon(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1, "m05-icp-food"))
    page.goto("onboarding/")
    assert heading(page) == "Tuesday: The value proposition, short and long"
    main = page.locator("main").inner_text()
    assert "working day 7 of 60" in main, "as the plan counts"
    assert "Three things today, 1 h 10 min. Next with a client, today: Sit in on a client meeting." in main
    assert page.locator("#again-m01-why-kelvaro\\+7").count() == 1
    assert "4 h of at most 5 h" in main
    assert "Gate after 30 calendar days, Tue 5 Jan: 0 of 3 reached." in main


def test_the_thirty_first_day_says_what_is_late_and_what_waits_for_it(newcomer: Newcomer) -> None:
    """After Christmas: 24, 25 and 31 December and 1 January are free, so the plan has moved on to January."""
    done = [*WEEK_1, *WEEK_2, "m08-four-minutes", "m09-icp-hospital", "m10-numbers", "m11-writing", "m12-discovery"]
    page = newcomer.comes("2026-12-30", learnt(*done, gates={"30-client-meetings-sat-in-on": 4}))
    page.goto("onboarding/")
    assert heading(page) == "Wednesday: catch up with “Five stages and what the client does”"
    main = page.locator("main").inner_text()
    assert "Two things are late: Five stages and what the client does and Five objections on the telephone." in main
    assert "Next with a client, Monday 4 Jan: Your first own client meeting. Two things come before it." in main
    assert "Gate after 30 calendar days, Tue 5 Jan: 1 of 3 reached. Still open: One-liner and 25 words recited" in main
    page.get_by_role("link", name="Enter my figures").click()
    field = page.locator('[id="gate-30-client-meetings-sat-in-on"]')
    assert field.input_value() == "4"
    row = page.locator("li", has=page.locator('[data-item="m17-references"]'))
    expect(row).to_contain_text("First: Five stages and what the client does")


def test_a_week_with_holidays_in_between_names_its_days_by_date(newcomer: Newcomer) -> None:
    """It goes from Wednesday to Thursday of the next week: on 30 December, "Wednesday" would be today."""
    page = newcomer.comes("2026-12-30", learnt(*WEEK_1))
    page.goto("onboarding/")
    row = page.locator(".tu-row", has=page.get_by_role("heading", name="This week"))
    expect(row).to_contain_text("Wed 6 Jan Choosing a reference without wearing it out")
    assert "Wednesday" not in row.inner_text()


def test_whoever_is_behind_sees_it_as_a_state(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/")
    expect(page.locator(".tu-now .tu-state--due")).to_have_text("Not quite.")
    page.get_by_label("Learnt: Ideal client: the food distributor").click()
    expect(page.locator(".tu-now .tu-state--in-tune")).to_have_text("Yes.")


def test_moments_and_goals_get_their_dates(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    expect(page.locator('[data-moment="mom-sit-in"]')).to_have_text("Tue 8 Dec")
    page.get_by_role("button", name="Change role or first day").click()
    expect(page.locator('[data-moment="mom-sit-in"]')).to_have_text("Working day 7")
    page.goto("onboarding/track-ae/")
    expect(page.locator("main dd", has_text="110 calendar days")).to_contain_text("Sat 20 Mar")


def test_modules_are_walked_through_one_by_one_in_the_order_of_the_own_role(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt() | {"track": "track-sdr"})
    page.goto("onboarding/modules/m11-writing/")
    walk = page.locator("[data-walk]:visible")
    expect(walk).to_have_count(1)
    expect(walk).to_contain_text("Sales development: module 11 of 22")
    walk.get_by_role("link", name="Five stages and what the client does").click()
    expect(page.locator("main h1")).to_have_text("Five stages and what the client does")
    expect(walk).to_have_count(1)
    expect(walk).to_contain_text("module 12 of 22")
    assert page.locator(".md-footer__link:visible").count() == 0, "one way on, not two"
    page.goto("onboarding/modules/m12-discovery/")
    expect(walk).to_have_count(1)
    expect(walk).to_contain_text("Account executive: module 12 of 30"), "not in the own programme: as it is"


def test_a_day_off_names_itself_and_nothing_is_planned(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-24", learnt(*WEEK_1))
    page.goto("onboarding/")
    assert heading(page) == "Thursday: Christmas Eve"


def test_a_free_saturday_shows_the_week_to_come(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-05", learnt(*WEEK_1))
    page.goto("onboarding/")
    assert heading(page) == "Saturday: nobody works today"
    row = page.locator(".tu-row", has=page.get_by_role("heading", name="Next week"))
    expect(row).to_contain_text("Mon 7 Dec – Fri 11 Dec")
    page.goto("onboarding/week/")
    expect(page.locator("main h1")).to_have_text("Week 2: Mon 7 Dec to Fri 11 Dec")


def test_what_no_day_holds_is_not_asked_for_today(newcomer: Newcomer) -> None:
    page = newcomer.comes("2027-01-29", learnt(*WEEK_1, *WEEK_2))
    page.goto("onboarding/")
    expect(page.locator("main")).to_contain_text("more than a day holds. Take the first of them")
    assert page.locator(".tu-hire > .tu-row").first.locator("li.tu-line:visible").count() == 4
    page.locator("summary", has_text="13 more are late").click()
    assert page.locator(".tu-hire > .tu-row").first.locator("li.tu-line:visible").count() == 17


def test_long_after_the_last_week_it_says_what_is_open_and_in_which_year_it_was_planned(newcomer: Newcomer) -> None:
    page = newcomer.comes("2027-09-01", learnt(*WEEK_1, *WEEK_2))
    page.goto("onboarding/")
    assert heading(page) == "The programme is over; 23 things are open"
    expect(page.locator("main")).to_contain_text("Planned for Mon 14 Dec 2026")
    assert " of 8" not in page.locator("main").inner_text()


def test_a_tick_survives_a_reload_and_the_way_through_the_site(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    page.get_by_label("Learnt: Why Kelvaro exists").check()
    assert heading(page) == "Monday: done for today"
    page.reload()
    assert heading(page) == "Monday: done for today"
    page.get_by_role("link", name="Why Kelvaro exists").first.click()
    expect(page.locator("main")).to_contain_text("Learnt on Mon 30 Nov")
    page.get_by_label("I have learnt this").uncheck()
    page.locator(".md-tabs__link", has_text="Onboarding").click()
    page.locator("main h1", has_text="Monday: Why Kelvaro exists").wait_for()
    assert page.get_by_label("Learnt: Why Kelvaro exists").is_checked() is False


def test_a_tick_survives_the_way_from_page_to_page_without_loading(newcomer: Newcomer) -> None:
    """The theme puts the next page into this one, forwards and back."""
    page = newcomer.comes(START, learnt())
    with page.expect_response("**/sitemap.xml"):
        page.goto("onboarding/")
    assert heading(page) == "Monday: Why Kelvaro exists"
    page.wait_for_function("document.readyState === 'complete'")
    page.evaluate("globalThis.neverLoadedAgain = true")
    page.get_by_role("link", name="Why Kelvaro exists").first.click()
    page.get_by_label("I have learnt this").check()
    page.go_back()
    expect(page.locator("main h1")).to_have_text("Monday: done for today")
    assert page.get_by_label("Learnt: Why Kelvaro exists").is_checked()
    page.locator(".md-nav a", has_text="This week").first.click()
    expect(page.locator("main h1")).to_have_text("Week 1: Mon 30 Nov to Fri 4 Dec")
    page.get_by_label("Learnt: Why Kelvaro exists").uncheck()
    page.go_back()
    expect(page.locator("main h1")).to_have_text("Monday: Why Kelvaro exists")
    page.go_forward()
    expect(page.locator("main h1")).to_have_text("Week 1: Mon 30 Nov to Fri 4 Dec")
    assert page.evaluate("globalThis.neverLoadedAgain"), "every page came without loading"


def test_a_page_that_the_browser_kept_whole_shows_what_was_ticked_since(newcomer: Newcomer) -> None:
    """Going back, a browser may bring the page as it was left, without loading it."""
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/")
    assert heading(page) == "Monday: Why Kelvaro exists"
    page.evaluate(
        "([key, kept]) => { localStorage.setItem(key, kept);"
        " window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }",
        [KEPT, json.dumps(learnt("m01-why-kelvaro", on=START))],
    )
    expect(page.locator("main h1")).to_have_text("Monday: done for today")


def test_two_windows_show_the_same(newcomer: Newcomer) -> None:
    one = newcomer.comes(START, learnt())
    one.goto("onboarding/")
    two = one.context.new_page()
    newcomer.is_on(two, START)
    two.goto("onboarding/track-ae/")
    two.get_by_label("Learnt: Why Kelvaro exists").check()
    expect(one.locator("main h1")).to_have_text("Monday: done for today")


def test_a_signature_is_noted_beside_what_was_learnt(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-02", learnt("m01-why-kelvaro"))
    page.goto("onboarding/modules/m01-why-kelvaro/")
    page.get_by_label("Signed by Marte Lindvik").check()
    assert newcomer.kept(page)["done"]["m01-why-kelvaro"]["signed"] == "2026-12-02"
    page.goto("onboarding/track-ae/")
    expect(page.locator('[data-item="m01-why-kelvaro"]')).to_contain_text("signed")


def test_a_gate_is_reached_by_the_figure_that_is_entered(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-23", learnt(*WEEK_1, *WEEK_2))
    page.goto("onboarding/track-ae/")
    field = page.locator('[id="gate-30-own-meetings-held"]')
    field.fill("1")
    field.press("Tab")
    expect(page.locator('[data-gate="30-own-meetings-held"]')).to_contain_text("reached")
    page.goto("onboarding/")
    expect(page.locator(".tu-now")).to_contain_text("1 of 3 reached")
    expect(page.locator(".tu-now")).to_contain_text("Still open: One-liner and 25 words recited")


def test_a_new_version_under_another_address_knows_what_was_ticked(
    newcomer: Newcomer, versions: str, tmp_path: Path
) -> None:
    page = newcomer.comes("2026-12-02", learnt())
    page.goto(f"{versions}2026.4/onboarding/modules/m01-why-kelvaro/")
    page.get_by_label("I have learnt this").check()
    page.goto(f"{versions}2026.5/onboarding/track-ae/")
    row = page.locator("li", has=page.locator('[data-item="m01-why-kelvaro"]'))
    expect(row).to_contain_text("Why we exist at all")
    assert page.get_by_label("Learnt: Why we exist at all").is_checked()
    expect(row).to_contain_text("changed since")
    page.goto(f"{versions}2026.5/onboarding/modules/m01-why-kelvaro/")
    page.get_by_role("button", name="I have looked").click()
    expect(page.locator("main")).not_to_contain_text("has changed since")


def test_a_figure_below_nothing_or_beyond_all_measure_is_not_kept(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt())
    page.goto("onboarding/track-ae/")
    field = page.locator('[id="gate-30-client-meetings-sat-in-on"]')
    for wrong in ("-3", "1000000000"):
        field.fill(wrong)
        field.blur()
        assert field.evaluate("(field) => field.matches(':invalid')"), wrong
    assert not newcomer.kept(page).get("gates")
    field.fill("4")
    field.blur()
    expect(field).to_have_value("4")
    assert newcomer.kept(page)["gates"] == {"30-client-meetings-sat-in-on": 4}


@pytest.mark.parametrize(("day", "said"), [("2026-12-10", "one working day ago"), ("2026-12-11", "2 working days ago")])
def test_a_module_says_for_how_long_it_is_late(newcomer: Newcomer, day: str, said: str) -> None:
    page = newcomer.comes(day, learnt(*WEEK_1, *WEEK_2[:2]))
    page.goto("onboarding/modules/m07-first-call/")
    expect(page.locator(".tu-hire")).to_contain_text(f"Planned for Wed 9 Dec, {said}")


LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung und mehr"


def test_a_long_word_does_not_make_a_phone_scroll_sideways(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1), viewport={"width": 390, "height": 844})
    path = "**/onboarding/"
    page.route(path, lambda route: route.fulfill(body=_with_long_words(route.fetch().text()), content_type="text/html"))
    page.goto("onboarding/")
    expect(page.locator(".tu-row", has_text="This week")).to_contain_text(LONG.split()[0])
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def _with_long_words(text: str) -> str:
    """Every module of the page has a title with a word that no phone holds."""
    found = re.search(r"data-told='(.+?)'", text)
    assert found
    told = json.loads(html.unescape(found[1]))
    for module in told["modules"].values():
        module["title"] = LONG
    return text.replace(found[1], html.escape(json.dumps(told)))


@pytest.mark.parametrize("path", ["onboarding/week/", "onboarding/modules/m07-first-call/", "onboarding/track-ae/"])
def test_paper_is_white_whatever_the_palette(newcomer: Newcomer, path: str) -> None:
    page = newcomer.comes("2026-12-09", learnt(), color_scheme="dark")
    page.goto(path)
    page.locator(".tu-tick").first.wait_for()
    ink = "getComputedStyle(document.querySelector('main h1')).color"
    accent = "getComputedStyle(document.body).getPropertyValue('--tu-accent')"
    dark = (page.evaluate(ink), page.evaluate(accent))
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ink) == "rgb(29, 36, 48)" != dark[0]
    assert page.evaluate(accent) != dark[1]
    assert page.evaluate("getComputedStyle(document.querySelector('.tu-tick')).colorScheme") == "light only"


def test_the_sheet_of_the_week_and_the_sign_off_sheet_print(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1, name="Ada Nordby"))
    page.goto("onboarding/week/")
    expect(page.locator("main h1")).to_have_text("Week 2: Mon 7 Dec to Fri 11 Dec")
    expect(page.locator("main")).to_contain_text("Ada Nordby")
    expect(page.locator(".tu-week tr", has_text="Thu 10 Dec")).to_contain_text("Repeat: Listen to four recorded calls")
    page.get_by_role("button", name="Week after").click()
    expect(page.locator("main h1")).to_have_text("Week 3: Mon 14 Dec to Fri 18 Dec")
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Week after").is_hidden()
    assert len(PdfDocument(page.pdf(format="A4"))) == 1, "the week fits on a sheet"
    page.emulate_media(media="screen")
    page.goto("onboarding/modules/m01-why-kelvaro/")
    sheet = page.locator(".tu-sheet")
    assert sheet.is_hidden()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the sign-off sheet").click()
    page.emulate_media(media="print")
    assert sheet.is_visible() and page.locator("main h1").is_hidden()
    expect(sheet).to_contain_text("Every word of the tagline and the one-liner")
    expect(sheet).to_contain_text("to one person of the duty desk, standing")
    expect(sheet).to_contain_text("New colleague: Ada Nordby")
    assert len(PdfDocument(page.pdf(format="A4"))) == 1


def test_what_was_ticked_stays_ticked_where_a_module_has_another_id(newcomer: Newcomer, versions: str) -> None:
    page = newcomer.comes("2026-12-02", learnt("m01-why-kelvaro", "m02-objectives"))
    page.goto(f"{versions}2026.4/onboarding/modules/m03-products/")
    page.get_by_label("I have learnt this").check()
    page.get_by_label("Signed by Henrik Aasgard").check()
    page.goto(f"{versions}2026.5/onboarding/")
    expect(page.locator("main h1")).to_have_text("Wednesday: done for today")
    page.goto(f"{versions}2026.5/onboarding/track-ae/")
    assert page.locator("#tick-m03-what-we-sell").is_checked()
    expect(page.locator('[data-item="m03-what-we-sell"]')).to_contain_text("signed")
    page.goto(f"{versions}2026.5/onboarding/modules/m03-what-we-sell/")
    page.get_by_label("I have learnt this").uncheck()
    page.reload()
    assert page.get_by_label("I have learnt this").is_checked() is False, "the old tick does not come back"
    assert "m03-products" not in newcomer.kept(page)["done"]


@pytest.mark.parametrize(("role", "most"), [("ae", 9), ("sdr", 7)])
def test_my_plan_prints_with_no_module_cut_in_two(newcomer: Newcomer, role: str, most: int) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1, name="Ada Nordby") | {"track": f"track-{role}"})
    page.goto(f"onboarding/track-{role}/")
    expect(page.locator(".tu-dates").first).to_contain_text("Mon")
    sheets = printed(page)
    assert len(sheets) <= most
    assert all(re.match(r"Week \d|\d+ calendar days|Am I on track\?", sheet) for sheet in sheets[1:]), (
        f"a sheet begins with a week or a gate: {[sheet[:30] for sheet in sheets]}"
    )


def test_a_quiz_prints_with_no_question_cut_in_two(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", learnt(*WEEK_1))
    page.goto("onboarding/modules/m08-four-minutes/")
    page.locator(".tu-quiz").first.wait_for()
    (sheet,) = [sheet for sheet in printed(page) if "To how many degrees" in sheet]
    assert all(answer in sheet for answer in ("±0.1 °C", "±0.3 °C", "±0.5 °C"))


def printed(page: Page) -> list[str]:
    """The text of each sheet of A4."""
    return [sheet.get_textpage().get_text_range() for sheet in PdfDocument(page.pdf(format="A4"))]


def test_a_module_says_nothing_where_nothing_was_written(site: Path) -> None:
    modules = list((site / "onboarding/modules").glob("*/index.html"))
    assert len(modules) == 30
    assert not [one.parent.name for one in modules if ">None<" in one.read_text(encoding="utf-8")]


def test_without_storage_the_page_still_works_and_says_so(newcomer: Newcomer) -> None:
    page = newcomer.comes(START)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto("onboarding/")
    page.get_by_label("Account executive").check()
    page.get_by_label("Your first day").fill(START)
    page.get_by_role("button", name="Show my day").click()
    assert heading(page) == "Monday: Why Kelvaro exists"
    expect(page.get_by_role("alert")).to_contain_text("keeps nothing")


def test_a_storage_that_fills_up_loses_no_tick_unsaid(newcomer: Newcomer) -> None:
    """What it held before is older than what was ticked since."""
    page = newcomer.comes("2026-12-01", learnt("m01-why-kelvaro"))
    page.goto("onboarding/")
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') })")
    page.get_by_label("Learnt: Where we are going: four objectives").check()
    assert heading(page) == "Tuesday: done for today"
    expect(page.get_by_role("alert")).to_contain_text("keeps nothing")
    page.get_by_label("Learnt: Where we are going: four objectives").uncheck()
    assert page.get_by_role("alert").count() == 1


@pytest.mark.parametrize("track", ["constructor", "__proto__", "track-of-old"])
def test_a_programme_that_is_not_there_is_chosen_anew(newcomer: Newcomer, track: str) -> None:
    page = newcomer.comes(START, learnt() | {"track": track})
    for path in ("onboarding/", "onboarding/week/", "onboarding/modules/m01-why-kelvaro/"):
        page.goto(path)
        expect(page.locator(".tu-hire")).to_contain_text(re.compile("Your role|Choose (your )?role"))


def test_a_tick_on_what_is_late_hands_the_focus_to_the_next(newcomer: Newcomer) -> None:
    page = newcomer.comes("2027-01-29", learnt(*WEEK_1, *WEEK_2))
    page.goto("onboarding/")
    heading(page)
    for _ in range(2):
        ticks = page.locator(".tu-line .tu-tick").evaluate_all("ticks => ticks.map((one) => one.id)")
        page.locator(f"#{ticks[0]}").focus()
        page.keyboard.press("Space")
        expect(page.locator(f"#{ticks[0]}")).to_have_count(0)
        expect(page.locator(f"#{ticks[1]}")).to_be_focused()


def test_what_to_do_for_a_module_is_headed_once(newcomer: Newcomer) -> None:
    """A module without anything to open has what to do under the summary alone."""
    page = newcomer.comes(START, learnt())
    page.route("**/onboarding/", lambda route: route.fulfill(body=_without_resources(route.fetch().text())))
    page.goto("onboarding/")
    details = page.locator(".tu-line details").first
    expect(details.locator("li").first).to_be_visible()
    assert details.inner_text().count("What you do") == 1


def _without_resources(text: str) -> str:
    """The page of today as if no module had anything to read, watch or open."""

    def emptied(found: re.Match[str]) -> str:
        told = json.loads(html.unescape(found[1]))
        for module in told["modules"].values():
            module["open"] = []
        return f'data-told="{html.escape(json.dumps(told))}"'

    return re.sub(r'data-told="([^"]*)"', emptied, text)
