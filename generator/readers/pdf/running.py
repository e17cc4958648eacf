"""Running heads and feet: lines that come again at one height of the margin, but for the number of their page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.readers.pdf.process import Line, Page

MARGIN = 0.12
"""The share of a page, above and below, where running heads and feet stand."""
REPEATS = 2
"""On so many pages the same line at the same height is furniture."""
COUNTS = 3
"""On so many pages a number that goes up with them is theirs; on fewer it may be what the line says."""
MOST_NUMBERS = 6

_NUMBER = re.compile(r"\d{1,9}")

_Form = tuple[str, int, int]
"""The words, at which place the number of the page stands (-1 for none), and the height."""


class Parted(NamedTuple):
    """The lines of a page: those of the head, of the body, of the foot; and which of the running ones are new here."""

    head: list[Line]
    body: list[Line]
    foot: list[Line]
    fresh: list[Line]


def parted(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> Iterator[Parted]:
    """Each page's lines, given all lines of all pages. A running line is fresh on the first page that has it."""
    forms = [
        {at: list(_forms(line, number)) for at, line in enumerate(on_page) if _is_in_margin(line, page)}
        for number, (page, on_page) in enumerate(zip(pages, lines, strict=True))
    ]
    count = Counter(form for on_page in forms for form in {form for all_ in on_page.values() for form in all_})
    seen: set[_Form] = set()
    for page, on_page, own in zip(pages, lines, forms, strict=True):
        found = Parted([], [], [], [])
        for at, line in enumerate(on_page):
            running = [form for form in own.get(at, ()) if count[form] >= REPEATS]
            if not running:
                found.body.append(line)
                continue
            (found.head if _above(line, page) > 0.5 else found.foot).append(line)
            if seen.isdisjoint(running):
                found.fresh.append(line)
            seen.update(form for form in running if form[1] < 0 or count[form] >= COUNTS)
        yield found


def _is_in_margin(line: Line, page: Page) -> bool:
    return not MARGIN <= _above(line, page) <= 1 - MARGIN


def _above(line: Line, page: Page) -> float:
    """How far up the middle of a line stands: 0 at the foot of the page, 1 at its head, as the line has them."""
    span = page.width if line.turn % 2 else page.height
    middle = (line.bottom + line.top) / 2
    return (middle + span if line.turn > 1 else middle) / max(1.0, span)


def _forms(line: Line, page: int) -> Iterator[_Form]:
    """The line as it is, and with each of its numbers as the distance to that of the page."""
    height = round(line.bottom)
    yield line.text, -1, height
    for at, found in enumerate(_NUMBER.finditer(line.text)):
        if at == MOST_NUMBERS:
            return
        distance = int(found[0]) - page
        yield f"{line.text[: found.start()]}{distance:+}{line.text[found.end() :]}", at, height
