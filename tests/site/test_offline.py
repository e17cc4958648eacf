"""A site without a server: opened as a file it does what a served one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.location import Location
from generator.mkdocs_plugin.make import Order, build_site
from generator.render.jinja.fault import TemplateFaultError
from generator.render.offline import classic
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a space and a letter of another language in its path, as folders of people have."""
    place = tmp_path_factory.mktemp("on a stick é") / "site"
    return build_site(Order(ROOT, offline=True), site_dir=place, tell=lambda *_: None, say=lambda *_: None)


@pytest.fixture
def page(offline: Path, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto((offline / "index.html").as_uri())
    yield page
    context.close()
    assert not wrong


def test_links_lead_to_pages(page: Page) -> None:
    page.get_by_role("navigation", name="Tabs").get_by_role("link").nth(2).click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith(".html")


def test_search_finds(page: Page) -> None:
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("pharmacy")
    found = page.locator(".md-search-result__link").first
    expect(found).to_be_visible(timeout=20_000)
    found.click()
    expect(page.locator("article")).to_contain_text("pharmac", ignore_case=True)


def test_a_module_that_is_ticked_stays_ticked(page: Page, offline: Path) -> None:
    modules = sorted((offline / "onboarding").rglob("modules/*.html"))
    page.goto(modules[0].as_uri())
    tick = page.locator("article input[type=checkbox]").first
    tick.check()
    page.reload()
    expect(page.locator("article input[type=checkbox]").first).to_be_checked()


def test_a_script_that_cannot_be_put_in_is_named() -> None:
    with pytest.raises(TemplateFaultError) as raised:
        classic({"assets/own.mjs": b"const one = 1;\nexport default one;\n"})
    assert raised.value.location == Location("assets/own.mjs", 2)


def test_no_page_asks_for_a_module(offline: Path) -> None:
    assert 'type="module"' not in (offline / "index.html").read_text(encoding="utf-8")
    assert not list(offline.rglob("*.mjs"))
