"""Lines of a PDF to paragraphs: down each column, parted by space, size and bullets; running heads and feet last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from generator.model.block import Block, Place, Shown
from generator.readers.pdf.process import Line, Page
from generator.readers.pdf.rows import SAME_SIZE, by_turn, from_the_top, is_beside
from generator.readers.pdf.running import Parted, parted
from generator.readers.reading.order import in_reading_order
from generator.readers.reading.tiles import Box, Frame, in_tiles, is_figure, tiles
from generator.readers.reading.trace import Trace

LINE_PITCH = 1.7
"""Heights of a line from one line to the next within a paragraph; double spacing starts at 2."""
PARAGRAPH_PITCH = 1.3
"""So much more than the pitch so far starts a new paragraph."""
LARGE = 1.4
"""Times the size of most lines on its page: so large at least is a figure that stands alone to catch the eye."""
LOOK_BACK = 12
"""Paragraphs still open on a page, those that grew last: as many as a table has columns."""

_BULLET = re.compile(r"(?:[•‣◦▪●○■–—*-]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_HYPHENS = ("-", "‐", "\u00ad", "\x02")
_SENTENCE_END = (".", "!", "?", ":", ";", "…", ".”", "!”", "?”")


@dataclass(slots=True)
class _Paragraph:
    page: int
    lines: list[Line] = field(default_factory=list)
    pitch: float = 0.0
    is_furniture: bool = False
    rest: tuple[int, Line] | None = None
    """The end of the last word, on another page or in another column."""
    in_tile: bool = False
    """Whether it is a large figure, or the words that belong to one, and the other follows."""

    @property
    def frame(self) -> Frame:
        left, right = min(line.left for line in self.lines), max(line.right for line in self.lines)
        return Frame(left, -self.lines[0].top, right, -self.lines[-1].bottom)


def paragraphs(pages: Iterable[Page]) -> list[Block]:
    """The blocks of all pages in reading order, then what runs along them, each once: it parts no sentence."""
    pages = tuple(pages)
    lines = [[line for own in by_turn(page.lines) for line in from_the_top(own)] for page in pages]
    found: list[_Paragraph] = []
    along: list[_Paragraph] = []
    for number, page in enumerate(parted(pages, lines), 1):
        body, running = _of_page(page, number)
        found += _with_tiles(body)
        along += running
    found = [*_with_whole_words(found), *along]
    return [_block(one, after) for one, after in zip(found, [*found[1:], None], strict=False)]


def _of_page(page: Parted, number: int) -> tuple[list[_Paragraph], list[_Paragraph]]:
    """The paragraphs of a page's body, and those that run along the pages and are new here; all lines are counted."""
    body: list[_Paragraph] = []
    for lines in by_turn(page.body):
        body += in_reading_order(_as_drawn(_made(lines, number)), as_drawn=True)
    counted = iter(_counted([*page.head, *(line for one in body for line in one.lines), *page.foot]))
    head = [next(counted) for _ in page.head]
    for one in body:
        one.lines = [next(counted) for _ in one.lines]
    running = zip([*page.head, *page.foot], [*head, *counted], strict=True)
    return body, _made([line for drawn, line in running if drawn in page.fresh], number, is_furniture=True)


def _with_tiles(on_page: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs of a page with each large figure beside the words that say what it counts."""
    if not on_page:
        return on_page
    usual = median(line.size for paragraph in on_page for line in paragraph.lines)
    turn = on_page[0].lines[0].turn
    boxes = [Box(one.frame, _told(one, usual) if one.lines[0].turn == turn else "") for one in on_page]
    found = []
    for index, runs_on in in_tiles(range(len(on_page)), tiles(boxes)):
        on_page[index].in_tile = runs_on
        found.append(on_page[index])
    return found


def _told(paragraph: _Paragraph, usual: float) -> str:
    """What a paragraph says as a tile could."""
    text = " ".join(line.text for line in paragraph.lines)
    return "" if is_figure(text) and paragraph.lines[0].size < LARGE * usual else text


def _with_whole_words(found: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs with words that are parted at the end of a page or a column kept where they begin."""
    for one, after in pairwise(found):
        if not one.lines:
            continue
        first = after.lines[0]
        is_parted = one.lines[-1].text.endswith(_HYPHENS) and first.text[:1].islower()
        is_below = after.page == one.page and first.bottom <= one.lines[-1].bottom
        if is_parted and not is_below and not one.in_tile and _runs_on(one, after):
            word, _, others = first.text.partition(" ")
            one.rest = (after.page, replace(first, text=word))
            after.lines[:1] = [replace(first, text=others.lstrip())] if others.strip() else []
    return [one for one in found if one.lines]


def _made(lines: Iterable[Line], number: int, *, is_furniture: bool = False) -> list[_Paragraph]:
    """The paragraphs of lines that are told from the top of a page."""
    made: list[_Paragraph] = []
    growing: list[_Paragraph] = []
    for line in lines:
        one = next((one for one in growing[: -LOOK_BACK - 1 : -1] if _continues(line, one)), None)
        if one is None or _BULLET.match(line.text):
            made.append(one := _Paragraph(number, [line], is_furniture=is_furniture))
        else:
            one.pitch = one.pitch or one.lines[-1].bottom - line.bottom
            one.lines.append(line)
            growing.remove(one)
        growing.append(one)
    return made


def _as_drawn(paragraphs: Iterable[_Paragraph]) -> list[_Paragraph]:
    return sorted(paragraphs, key=lambda one: min((line.row, line.left) for line in one.lines))


def _counted(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with their number, from 0, in the order in which they are read; what stands side by side is one."""
    last, number = None, 0
    for line in lines:
        number += last is not None and not is_beside(last, line)
        last = line
        yield replace(line, row=number)


def _continues(line: Line, paragraph: _Paragraph) -> bool:
    last = paragraph.lines[-1]
    if line.turn != last.turn or line.bold != paragraph.lines[0].bold:
        return False
    if abs(line.size - last.size) > SAME_SIZE * last.size:
        return False
    pitch = last.bottom - line.bottom
    if not 0.3 * last.size < pitch <= LINE_PITCH * last.size:
        return False
    if paragraph.pitch and pitch > PARAGRAPH_PITCH * paragraph.pitch:
        return False
    common = min(line.right, last.right) - max(line.left, last.left)
    return common > 0.3 * min(line.right - line.left, last.right - last.left)


def _block(paragraph: _Paragraph, after: _Paragraph | None) -> Block:
    trace = Trace()
    lines = [*((paragraph.page, line) for line in paragraph.lines), *([paragraph.rest] if paragraph.rest else [])]
    for part, (_, line) in enumerate(lines):
        trace.add("\n" if part else "", part=part)
        trace.add(line.text, part=part)
    places = [Place((f"page {page}", f"line {line.row + 1}"), box=line.edges) for page, line in lines]
    shown = Shown.FURNITURE if paragraph.is_furniture else Shown.OPEN
    block = trace.block(*places, shown=shown, element="running line" if paragraph.is_furniture else "paragraph")
    assert block is not None
    return replace(block, joins_next=after is not None and _runs_on(paragraph, after))


def _runs_on(paragraph: _Paragraph, after: _Paragraph) -> bool:
    """Whether a paragraph goes on in the next column or page, or is a cell beside the next one."""
    last, first = paragraph.rest[1] if paragraph.rest else paragraph.lines[-1], after.lines[0]
    if paragraph.is_furniture or after.is_furniture or last.turn != first.turn:
        return False
    goes_on = paragraph.rest is not None and paragraph.rest[0] == after.page and first.row - last.row in (0, 1)
    if paragraph.in_tile or goes_on:
        return True
    if paragraph.page == after.page and last.row == first.row:
        return len(paragraph.lines) == 1
    new_column = after.page == paragraph.page + 1 or first.bottom > last.bottom
    same = abs(last.size - first.size) <= SAME_SIZE * last.size and last.bold == first.bold
    return new_column and same and not last.text.endswith(_SENTENCE_END) and not _BULLET.match(first.text)
