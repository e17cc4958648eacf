"""The site in a real Chromium: what scripts do, and what axe-core says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.conftest import INDEX, other_palette, violations

SIZES = ((1280, 900), (390, 844))
PAGES = (
    *("", "say/why-us/", "sell-to/references/", "onboarding/", "glossary/", "tune-up/", "how/"),
    *("tune-up/drift/", "tune-up/work-list/", "say/say-this-not-that/", "say/where-we-say-it/"),
)

INK = "getComputedStyle(document.querySelector('main h2')).color"


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))], "a request left the site"
    assert not wrong


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path)
    page.wait_for_selector("main h1")
    found: list[Any] = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [("wider than the screen", wide)] if wide > width else []
        with other_palette(page):
            found += violations(page, again=True)
    context.close()
    assert found == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def test_the_menu_of_a_phone_opens_at_all_sections_from_home(phone: Page) -> None:
    phone.goto("")
    phone.locator(".md-header label[for=__drawer]").click()
    phone.locator("nav.md-nav--primary > ul > li").filter(has_text="Glossary").locator("a").click(timeout=5_000)
    phone.wait_for_url("**/glossary/")


def test_what_a_word_means_is_reached_by_keyboard_and_by_tap(phone: Page) -> None:
    phone.goto("say/why-us/")
    words, shown = phone.locator("main abbr:not(a abbr)"), phone.locator(".md-tooltip2[role=tooltip]")
    phone.locator("main abbr[tabindex='0']").first.wait_for()
    titles = [str(word.get_attribute("title")) for word in words.all()]
    stops = [str(word.get_attribute("title")) for word in words.all() if word.get_attribute("tabindex") == "0"]
    assert len(stops) == len(set(titles)) < len(titles), "by Tab each word once, not at each of its places"
    phone.locator("h1").click()
    while phone.evaluate("document.activeElement.tagName") != "ABBR":
        phone.keyboard.press("Tab")
    expect(shown).to_have_text(stops[0])
    assert violations(phone) == []
    phone.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    again = titles.index(stops[0], titles.index(stops[0]) + 1)
    words.nth(again).tap()
    expect(shown.last).to_have_text(stops[0])


def test_whom_to_ask_is_read_on_a_phone_without_scrolling_sideways(phone: Page) -> None:
    phone.goto("start/people/")
    table, row = phone.locator("main table").first, phone.locator("main tbody tr").first
    wide, tall = table.bounding_box(), row.bounding_box()
    assert wide and tall and wide["x"] + wide["width"] <= 390 and tall["height"] < 200
    expect(phone.get_by_text("Keeps true").nth(1)).to_be_visible()


def test_the_text_of_a_plan_is_as_wide_as_the_phone(phone: Page) -> None:
    phone.goto("onboarding/track-ae/")
    item = phone.locator(".tu-items li").first
    wide, text = item.bounding_box(), item.locator("> small").first.bounding_box()
    assert wide and text and text["width"] > 0.98 * wide["width"]


def test_paper_is_light_whatever_the_screen_is(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("say/why-us/")
    dark = page.evaluate(INK)
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate(INK)
    context.close()
    assert dark == "rgb(232, 235, 239)" and ink == "rgb(29, 36, 48)"


@pytest.mark.parametrize(
    ("word", "first"), [("quota", "how/performance/"), ("pay plan", "where/pay/"), ("too expensive", "say/objections/")]
)
def test_search_shows_what_sellers_mean_before_the_manual(
    page: Page, published: tuple[str, Path], word: str, first: str
) -> None:
    addresses = _found(page, published[1], word)
    assert f"/{first}" in addresses[0]
    assert not any("/editing/" in address for address in addresses[:5])


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("write-off", "glossary/#term-write-off"),
        ("alarm", "glossary/#term-alarm"),
        ("Alarm within", "say/#msg-four-minutes"),
        ("Kelvaro Audit", "start/company/#kelvaro-audit"),
    ],
)
def test_search_leads_to_the_term_the_message_and_the_product_of_that_name(
    page: Page, published: tuple[str, Path], word: str, wanted: str
) -> None:
    addresses = _found(page, published[1], word)
    assert any(f"/{wanted}" in re.sub(r"\?[^#]*", "", address) for address in addresses[:6]), addresses
    tall = page.locator(".md-search-result__article").evaluate_all(
        "all => Math.max(...all.map(one => one.offsetHeight))"
    )
    assert tall <= 200, "an excerpt leaves room for the next result"


def _found(page: Page, site: Path, word: str) -> list[str]:
    """The addresses that the search leads to without another click, best first."""
    page.route(f"**/{INDEX}", lambda route: route.fulfill(path=site / INDEX))
    page.goto("")
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially(word)
    found = page.locator(".md-search-result__item > a.md-search-result__link")
    found.first.wait_for(timeout=20_000)
    return [str(link.get_attribute("href")) for link in found.all()]


def test_the_qualifier_adds_up_and_names_the_tier(page: Page) -> None:
    page.goto("sell-to/")
    page.locator("main h2 a").first.click()
    form = page.locator("form[data-module=qualifier]")
    form.locator("output").wait_for()
    most = 0
    for fieldset in form.locator("fieldset").all():
        fieldset.locator("label").first.click()
        most += int(fieldset.get_attribute("data-points") or 0)
    assert form.locator("output").inner_text() == str(most) == "100"
    assert form.locator("[data-verdict]").inner_text()
    form.locator("button[type=reset]").click()
    page.wait_for_function("document.querySelector('form output').textContent === '0'")


def test_the_finder_keeps_what_fits(page: Page) -> None:
    page.goto("sell-to/references/")
    entries = page.locator("[data-entry]")
    page.locator("form[data-module=finder] output").wait_for()
    everybody = entries.count()
    page.locator("select[name=product]").select_option(index=1)
    shown = [entry for entry in entries.all() if entry.is_visible()]
    wanted = page.locator("select[name=product]").input_value()
    assert 0 < len(shown) < everybody
    assert all(wanted in (entry.get_attribute("data-product") or wanted).split() for entry in shown)


def test_objections_are_found_by_the_buyers_words(page: Page) -> None:
    page.goto("say/objections/")
    page.locator("input[name=words]").fill("expensive")
    shown = [entry for entry in page.locator("[data-entry]").all() if entry.is_visible()]
    assert 0 < len(shown) < page.locator("[data-entry]").count()


def test_a_message_is_copied(page: Page) -> None:
    page.goto("say/")
    page.locator(".tu-copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied and copied in page.locator("main").inner_text()


def test_scripts_start_again_after_instant_navigation(page: Page) -> None:
    with page.expect_response("**/sitemap.xml"):
        page.goto("")
    page.wait_for_function("document.readyState === 'complete'")
    page.evaluate("globalThis.neverLoadedAgain = true")
    page.locator(".md-tabs__link", has_text="What we say").click()
    page.locator(".tu-copy:visible").first.wait_for()
    assert page.evaluate("globalThis.neverLoadedAgain"), "the page came without loading"


def test_an_old_page_judges_its_lamps_again(page: Page) -> None:
    """Nobody has built the site for half a year: what was in tune then must not look so today."""

    def half_a_year_later(route: Route) -> None:
        made = route.fetch()
        route.fulfill(response=made, body=made.text().replace('content="2026-11-23"', 'content="2027-05-10"'))

    page.goto("tune-up/")
    objectives = page.locator(".tu-lamps li").first
    assert objectives.locator(".tu-state--in-tune").count() == 1 and page.locator("[data-since]").is_hidden()
    page.route("**/tune-up/", half_a_year_later)
    page.goto("tune-up/")
    objectives.locator(".tu-state--due").wait_for()
    assert "overdue" in objectives.inner_text() and page.locator("[data-since]").is_visible()


def test_everything_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("sell-to/references/")
    assert page.locator("[data-entry]").first.is_visible()
    assert page.locator("form[data-module=finder]").is_hidden()
    context.close()
