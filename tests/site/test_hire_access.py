"""The pages of a new colleague for everybody: screen reader, phone, dark, keyboard, no scripts, a slow line."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Newcomer, other_palette, violations
from tests.site.test_hire_days import START, WEEK_1, WEEK_2, learnt

PAGES = {
    "today": "onboarding/",
    "week": "onboarding/week/",
    "plan": "onboarding/track-ae/",
    "recital": "onboarding/modules/m01-why-kelvaro/",
    "quiz": "onboarding/modules/m02-objectives/",
    "cards": "onboarding/cards/",
    "recite": "onboarding/recite/",
    "drill": "onboarding/drill/",
    "progress": "onboarding/progress/",
    "working-days": "onboarding/working-days/",
}
LEADERS = ("onboarding/cohort/", "onboarding/payback/", "onboarding/sign-offs/")
NARROW = 360
DAYS: dict[str, dict[str, Any] | None] = {
    "2026-11-30": None,
    "2026-12-08": learnt(*WEEK_1, "m05-icp-food", name="Ada"),
    "2026-12-30": learnt(*WEEK_1, *WEEK_2, gates={"30-client-meetings-sat-in-on": 4}),
}


def wrong_with(page: Page, width: int, *, again: bool = False) -> list[Any]:
    page.locator("main h1").wait_for()
    page.wait_for_function("[...document.querySelectorAll('[data-module]')].every((one) => one.dataset.started === '')")
    found = violations(page, again=again)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found + ([("wider than the screen", wide)] if wide > width else [])


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_any_day(newcomer: Newcomer, day: str, name: str) -> None:
    page = newcomer.comes(day, DAYS[day], viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    page.goto(PAGES[name])
    found = wrong_with(page, 1280)
    page.set_viewport_size({"width": NARROW, "height": 740})
    found += wrong_with(page, NARROW)
    with other_palette(page):
        found += wrong_with(page, NARROW, again=True)
    assert not found


def test_axe_finds_nothing_in_the_middle_of_practice(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", DAYS["2026-12-08"])
    found: list[Any] = []
    page.goto(PAGES["cards"])
    page.get_by_role("button", name="Show the answer").click()
    found += wrong_with(page, 1280)
    page.goto(PAGES["recite"])
    page.locator("#recite-said").fill("Cold, and you can always prove 5")
    page.get_by_role("button", name="Compare").click()
    found += wrong_with(page, 1280)
    page.goto(PAGES["drill"])
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Walk away").click()
    found += wrong_with(page, 1280)
    page.goto(PAGES["quiz"])
    page.locator(".tu-quiz").first.get_by_role("radio").first.check()
    page.locator(".tu-quiz").first.get_by_role("button").click()
    found += wrong_with(page, 1280)
    page.goto(PAGES["today"])
    page.get_by_role("button", name="Link for my manager").click()
    link = page.locator(".tu-said input").input_value()
    found += wrong_with(page, 1280)
    page.goto(link)
    page.locator(".tu-now").wait_for()
    found += wrong_with(page, 1280)
    page.goto(PAGES["today"])
    page.get_by_role("button", name="Change role or first day").click()
    found += wrong_with(page, 1280)
    assert not found


@pytest.mark.parametrize("width", [1280, NARROW])
def test_axe_finds_nothing_on_the_pages_of_leaders(chromium: Browser, leaders: str, width: int) -> None:
    page = chromium.new_page(base_url=leaders, viewport={"width": width, "height": 844})
    found = {}
    for path in LEADERS:
        page.goto(path)
        found[path] = wrong_with(page, width)
    page.close()
    assert not {path: problems for path, problems in found.items() if problems}


def test_leaders_see_who_must_show_again_and_what_a_week_is_worth(chromium: Browser, leaders: str) -> None:
    page = chromium.new_page(base_url=leaders)
    page.goto("onboarding/cohort/")
    main = page.locator("main")
    expect(main.locator("h1")).to_have_text("Ylva Stenmarker, Matthis Varnholt, and Greta Sandhofer are behind")
    behind = main.locator("li", has_text="Ylva Stenmarker").first
    expect(behind).to_contain_text("1 module planned and not signed: The first call")
    expect(main.get_by_role("heading", name="must show something again")).to_be_visible()
    expect(main.locator("tr", has_text="Matthis Varnholt").first).to_contain_text("30 days")
    page.goto("onboarding/payback/")
    expect(main).to_contain_text("Account executive: paid back after 4.4 months")
    expect(main).to_contain_text("Sales development: paid back after 4.2 months")
    expect(main).to_contain_text(re.compile(r"One week earlier is worth [\d,]+\s+EUR in the first year"))
    page.close()


def test_leaders_read_the_ramp_as_one_line(chromium: Browser, leaders: str) -> None:
    page = chromium.new_page(base_url=leaders)
    page.goto("onboarding/track-ae/")
    main = page.locator("main")
    expect(main).to_contain_text("Month 1: 0 % · Month 2: 15 % · Month 3: 40 % · Month 4: 70 % · then 100 %")
    expect(main).to_contain_text("EUR 12,000 to find and hire · 3,000 for the programme · 30 hours of coaches at 60")
    page.close()


def test_hires_and_figures_are_in_no_build_for_salespeople(site: Path) -> None:
    assert not (site / "onboarding/cohort").exists() and not (site / "onboarding/payback").exists()
    assert not any("Ylva Stenmarker" in file.read_text(encoding="utf-8") for file in site.rglob("*.html"))


def test_the_day_is_set_up_and_ticked_by_keyboard_alone(newcomer: Newcomer) -> None:
    page = newcomer.comes(START)
    page.goto("onboarding/")
    page.locator("input[name=track]").first.wait_for()
    _tab_to(page, "input[name=track]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    _tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Monday: Why Kelvaro exists")
    expect(page.locator("main h1")).to_be_focused()
    _tab_to(page, "#tick-m01-why-kelvaro")
    page.keyboard.press(" ")
    expect(page.locator("main h1")).to_have_text("Monday: done for today")
    expect(page.locator("#tick-m01-why-kelvaro")).to_be_focused()


def test_a_quiz_is_answered_and_a_pitch_compared_by_keyboard_alone(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, DAYS["2026-12-08"])
    page.goto(PAGES["quiz"])
    page.locator(".tu-quiz").first.get_by_role("radio").first.wait_for()
    _tab_to(page, ".md-skip")
    page.keyboard.press("Enter")
    _tab_to(page, ".tu-quiz input[type=radio]")
    page.keyboard.press(" ")
    _tab_to(page, ".tu-quiz button")
    page.keyboard.press("Enter")
    expect(page.locator(".tu-quiz").first.locator(".tu-state").first).to_be_visible()
    page.goto(PAGES["recite"])
    page.locator("#recite-said").wait_for()
    _tab_to(page, "#recite-said")
    page.keyboard.type("Cold, and you can always prove 5")
    _tab_to(page, ".tu-recite button")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("always")


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_targets_are_large_enough_for_a_thumb(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-08", DAYS["2026-12-08"], viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto("onboarding/")
    page.locator(".tu-carry button").first.wait_for()
    for button in page.locator("main button:visible, main .tu-tick:visible").all():
        box = button.bounding_box()
        assert box and box["height"] >= 22, button.inner_text()
    for button in page.locator("main .tu-button:visible").all():
        box = button.bounding_box()
        assert box and box["height"] >= 43.9, button.inner_text()


def test_without_scripts_the_whole_curriculum_is_read_by_week(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("onboarding/")
    page.get_by_role("link", name="Account executive").last.click()
    for week in range(1, 13):
        assert page.get_by_role("heading", name=f"Week {week}", exact=True).is_visible()
    links = page.locator("main .tu-items li > a")
    assert links.count() == 30
    expect(page.locator("main")).to_contain_text("Before “Sit in on a client meeting” on working day 7.")
    links.nth(1).click()
    expect(page.locator("main")).to_contain_text("What is the target of")
    page.locator("main details summary", has_text="Show the answer").first.click()
    expect(page.locator("main details[open]").first).to_contain_text("108 % net revenue retention")
    page.goto("onboarding/cards/")
    page.locator("main details summary", has_text="Say it: Tagline").click()
    expect(page.locator("main details[open]")).to_contain_text("Cold, and you can prove it.")
    for path in ("onboarding/recite/", "onboarding/drill/"):
        page.goto(path)
        said = page.locator("article noscript p")
        assert said.is_visible() and "scripts are switched off in this browser" in said.inner_text()
    for path in ("onboarding/week/", "onboarding/progress/"):
        page.goto(path)
        page.locator("article").get_by_role("link", name="Account executive").click()
        assert page.get_by_role("heading", name="Week 1", exact=True).is_visible(), f"{path} leads on to the weeks"
    context.close()


def test_scripts_are_small(site: Path) -> None:
    """All of them together under 60 KB on the line, and what any one page loads under 20."""
    assets = site / "assets"
    ours = {path: len(gzip.compress(path.read_bytes(), 9)) for path in assets.rglob("*.mjs")}
    assert sum(ours.values()) < 60_000
    for path in [*(assets / "hire").glob("*.mjs"), *assets.glob("*.mjs")]:
        loaded = _loaded(path, set()) | {assets / "tuneup.mjs"}
        assert sum(ours[one] for one in loaded) < 20_000, path.name


def _loaded(path: Path, seen: set[Path]) -> set[Path]:
    seen.add(path)
    for name in re.findall(r"""from ["'](\./[^"']+)["']""", path.read_text(encoding="utf-8")):
        target = (path.parent / name).resolve()
        if target not in seen:
            _loaded(target, seen)
    return seen
