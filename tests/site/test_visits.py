"""What changed since the reader's last visit: marked in the browser, kept nowhere else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Newcomer

KEPT = "tuneup.kelvaro.visit"


def seen_but_one(page: Page, day: str) -> str:
    """As if the browser had last been here on that day, before the newest change was there."""
    return page.evaluate(
        """day => {
            const key = "tuneup.kelvaro.visit";
            const [newest, ...seen] = JSON.parse(localStorage.getItem(key)).now.seen;
            localStorage.setItem(key, JSON.stringify({ now: { day, seen } }));
            return newest;
        }""",
        day,
    )


def test_a_first_visit_marks_nothing(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-11-23")
    page.goto("changes/")
    expect(page.locator("[data-change]").first).to_be_visible()
    page.wait_for_function(f"localStorage.getItem('{KEPT}')")
    assert page.get_by_text("new to you").count() == 0
    assert page.get_by_text("since your last visit").count() == 0


def test_what_was_not_there_last_time_is_marked_all_day_and_no_longer(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-11-23")
    page.goto("changes/")
    page.wait_for_function(f"localStorage.getItem('{KEPT}')")
    newest = seen_but_one(page, "2026-11-20")
    for path in ("changes/", "./", "changes/"):
        page.goto(path)
        expect(page.locator("main")).to_contain_text("1 change since your last visit on Fri 20 Nov.")
    mark = page.get_by_text("new to you")
    expect(mark).to_have_count(1)
    expect(page.locator(f'[data-change="{newest}"]')).to_contain_text("new to you")
    page.evaluate(f"""() => {{
        const kept = JSON.parse(localStorage.getItem("{KEPT}"));
        kept.now.day = "2026-11-22";
        localStorage.setItem("{KEPT}", JSON.stringify(kept));
    }}""")
    page.reload()
    expect(page.locator("main")).to_contain_text("Nothing has changed since your last visit on Sun 22 Nov.")
    expect(mark).to_have_count(0)


@pytest.mark.parametrize("kept", ["no json", '{"now": {"day": 4}}', "[]", "null"])
def test_what_somebody_else_has_written_there_does_no_harm(newcomer: Newcomer, kept: str) -> None:
    page = newcomer.comes("2026-11-23")
    page.add_init_script(f"localStorage.setItem('{KEPT}', {kept!r})")
    page.goto("changes/")
    expect(page.locator("[data-module=visited][data-started]")).to_have_count(1)
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("new to you").count() == 0
