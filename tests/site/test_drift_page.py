"""The page about drift in a real Chromium: the matrix scrolls under its heads, and each square leads to its proof."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_browser import browser, page

__all__ = ["browser", "page"]


def test_a_square_leads_to_its_proof_and_the_right_words_are_copied(page: Page) -> None:
    page.goto("tune-up/drift/")
    square = page.locator(".tu-drift:not(.tu-drift--full) .tu-cell a").first
    proof = page.locator("#" + (square.get_attribute("href") or "").partition("#")[2])
    square.click()
    assert proof.is_visible()
    proof.locator(".tu-copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied and copied in proof.locator(".tu-right").inner_text()


def test_a_browser_that_refuses_to_copy_is_told(page: Page) -> None:
    page.goto("tune-up/drift/")
    refuse = "() => Promise.reject(new DOMException('', 'NotAllowedError'))"
    page.evaluate(f"() => {{ navigator.clipboard.writeText = {refuse} }}")
    button = page.locator(".tu-copy").first
    button.click()
    expect(button).to_have_text("Copy by hand")
    expect(button).to_have_text("Copy")


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


@pytest.mark.parametrize("width", [390, 1000, 1280, 1440])
def test_many_kinds_of_source_scroll_in_their_box_and_never_widen_the_page(page: Page, width: int) -> None:
    """The example has few; here each cell says more than fits."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("tune-up/drift/")
    box = page.locator(".tu-glance")
    box.evaluate(
        "box => { for (const cell of box.querySelectorAll('.tu-cell')) cell.append(cell.cloneNode(true).firstChild);"
        " for (const word of box.querySelectorAll('.tu-word')) word.textContent = 'manywords'.repeat(8); }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if width > 960:
        message = box.locator("tbody th").first
        box.evaluate("box => { box.scrollLeft = box.scrollWidth }")
        frame, row = box.bounding_box(), message.bounding_box()
        assert frame and row and abs(row["x"] - frame["x"]) < 2, "the message stays in sight"
        assert box.evaluate("box => box.scrollLeft") > 0


def test_every_kind_of_source_is_in_sight_on_a_desktop(page: Page) -> None:
    """Seven kinds, each with a long pair of numbers."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("tune-up/drift/")
    box = page.locator(".tu-glance")
    box.evaluate(
        "box => { for (const row of box.querySelectorAll('tr'))"
        " while (row.children.length < 8) row.append(row.lastElementChild.cloneNode(true));"
        " for (const word of box.querySelectorAll('.tu-word')) word.textContent = '24 months, not 12 months'; }"
    )
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0


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
