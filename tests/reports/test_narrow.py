"""The report for people on a narrow terminal: excerpts stay on their line, and what they show is not said again."""

from __future__ import annotations

import pytest

from generator.finding import Complaint, Finding, Level
from generator.location import Location
from generator.reports import Report, reports

LINE = f"<p>{'Somebody says much before it. ' * 4}We cut it by 30 %. {'And more behind it. ' * 6}</p>"
QUOTE = "We cut it by 30 %"


def finding(quote: str) -> Finding:
    place = Location("content/materials/page.html", 7, LINE.index(QUOTE) + 1, len(QUOTE))
    complaint = Complaint(place, "page.html says 30 %", help="write 40 %", notes=(f"it says: {quote}", "Ada mends it"))
    return Finding("number-drift", Level.ERROR, complaint, "messaging")


@pytest.mark.parametrize("width", [60, 80, 120, 0])
def test_an_excerpt_stays_within_the_terminal_with_the_place_in_it(width: int) -> None:
    text = reports()["full"](Report([finding(QUOTE)], lambda _: LINE, 1, "2026-11-23", width=width))
    bars = [line for line in text.splitlines() if line.startswith(("7 |", "  |"))]
    assert max(map(len, bars)) <= (width or 200)
    shown, marks = bars[1], bars[2]
    assert QUOTE in shown and shown.index(QUOTE) == marks.index("^") and marks.count("^") == len(QUOTE)


def test_a_quote_that_the_excerpt_shows_is_not_said_again() -> None:
    def notes(quote: str) -> int:
        return reports()["full"](Report([finding(quote)], lambda _: LINE, 1, "2026-11-23", width=80)).count("it says")

    assert notes(QUOTE) == 0
    assert notes("We cut it by 30 % in the words of somebody else") == 1
