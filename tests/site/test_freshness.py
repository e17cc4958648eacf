"""A review is judged again on the reader's own day, wherever that reader is."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from generator.loading.builtin import built_in

WORDS = '{"in": {"other": "in {count} days"}, "today": "today", "overdue": {"other": "{count} days ago"}}'


@pytest.mark.parametrize(
    ("zone", "moment", "said"),
    [
        ("Europe/Oslo", "2027-02-28T00:30:00+01:00", "1 days ago"),
        ("Europe/Oslo", "2027-02-27T23:30:00+01:00", "today"),
        ("America/Los_Angeles", "2027-02-26T23:30:00-08:00", "in 1 days"),
        ("Pacific/Auckland", "2027-02-27T08:30:00+13:00", "today"),
    ],
)
def test_a_day_is_the_readers_own(chromium: Browser, zone: str, moment: str, said: str) -> None:
    script = (built_in() / "assets" / "freshness.mjs").read_text(encoding="utf-8")
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.set_content(
        f"<meta name='tuneup-words' content='{WORDS}'><time datetime='2027-02-27' data-module='freshness'>soon</time>"
    )
    page.evaluate(
        "async (address) => (await import(address)).start(document.querySelector('time'))",
        f"data:text/javascript,{quote(script)}",
    )
    assert page.text_content("time") == said
    context.close()
