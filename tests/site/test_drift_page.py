"""The page about drift in a real Chromium: the matrix scrolls under its heads, and each square leads to its proof."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_browser import browser, page, pytestmark

__all__ = ["browser", "page", "pytestmark"]


def test_a_square_leads_to_its_proof_and_the_right_words_are_copied(page: Page) -> None:
    page.goto("tune-up/drift/")
    square = page.locator(".tu-drift:not(.tu-drift--full) .tu-cell a").first
    proof = page.locator("#" + (square.get_attribute("href") or "").partition("#")[2])
    square.click()
    assert proof.is_visible()
    proof.locator(".tu-copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied and copied in proof.locator(".tu-right").inner_text()


def test_the_full_matrix_scrolls_under_its_heads(page: Page) -> None:
    page.set_viewport_size({"width": 1100, "height": 700})
    page.goto("tune-up/drift/")
    matrix = page.locator(".tu-matrix")
    message, source = matrix.locator("tbody th").last, matrix.locator("thead tr:nth-child(2) th").last
    matrix.evaluate("frame => { frame.scrollTop = frame.scrollHeight; frame.scrollLeft = frame.scrollWidth }")
    frame = matrix.bounding_box()
    row, head = message.bounding_box(), source.bounding_box()
    assert frame and row and head
    assert abs(row["x"] - frame["x"]) < 2, "the message stays at the left"
    assert head["y"] - frame["y"] < 60, "the source stays at the top"


@pytest.mark.parametrize("path", ["tune-up/drift/", "tune-up/work-list/"])
def test_on_a_phone_each_message_is_a_card_without_what_need_not_be_said(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844})
    phone = context.new_page()
    phone.goto(path)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert phone.locator(".tu-cell--silent:visible").count() == 0
    context.close()
