"""Lines of a PDF to paragraphs: down each column, parted by space, size and bullets; running heads and feet once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from generator.model.block import Block, Place, Shown
from generator.readers.pdf.process import Line, Page
from generator.readers.reading.tiles import Box, Frame, in_tiles, is_figure, tiles
from generator.readers.reading.trace import Trace

MARGIN = 0.12
"""The share of a page, above and below, where running heads and feet stand."""
REPEATS = 3
"""On so many pages the same line is furniture."""
LINE_PITCH = 1.7
"""Heights of a line from one line to the next within a paragraph; double spacing starts at 2."""
PARAGRAPH_PITCH = 1.3
"""So much more than the pitch so far starts a new paragraph."""
SAME_SIZE = 0.12
NEAR_ROWS = 3
"""Lines above and below in which a column's gap must come again; one stretched line has no columns."""
LARGE = 1.4
"""Times the size of most lines on its page: so large at least is a figure that stands alone to catch the eye."""
LOOK_BACK = 12
"""Paragraphs still open on a page: as many as a table has columns."""

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
    """The end of the last word, on another page."""
    in_tile: bool = False
    """Whether it is a large figure, or the words that belong to one, and the other follows."""


def paragraphs(pages: Iterable[Page]) -> list[Block]:
    """The blocks of all pages in reading order."""
    pages = tuple(pages)
    running = _running(pages)
    found: list[_Paragraph] = []
    seen: set[str] = set()
    for number, page in enumerate(pages, 1):
        on_page: list[_Paragraph] = []
        for line in _whole_lines(page.lines):
            key = _key(line)
            if key in running and _in_margin(line, page):
                if key not in seen:
                    seen.add(key)
                    on_page.append(_Paragraph(number, [line], is_furniture=True))
                continue
            _place(line, on_page, number)
        found += _with_tiles(on_page)
    found = _with_whole_words(found)
    return [_block(one, after) for one, after in zip(found, [*found[1:], None], strict=False)]


def _with_tiles(on_page: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs of a page with each large figure beside the words that say what it counts."""
    if not on_page:
        return on_page
    usual = median(line.size for paragraph in on_page for line in paragraph.lines)
    boxes = [Box(_frame(one.lines), "" if one.is_furniture else _told(one, usual)) for one in on_page]
    found = []
    for index, runs_on in in_tiles(range(len(on_page)), tiles(boxes)):
        on_page[index].in_tile = runs_on
        found.append(on_page[index])
    return found


def _told(paragraph: _Paragraph, usual: float) -> str:
    """What a paragraph says as a tile could."""
    text = " ".join(line.text for line in paragraph.lines)
    return "" if is_figure(text) and paragraph.lines[0].size < LARGE * usual else text


def _frame(lines: list[Line]) -> Frame:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Frame(left, -lines[0].top, right, -lines[-1].bottom)


def _with_whole_words(found: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs with words that are parted at the end of a page kept where they begin."""
    said = [one for one in found if not one.is_furniture]
    for one, after in pairwise(said):
        if not one.lines:
            continue
        first = after.lines[0]
        is_parted = one.lines[-1].text.endswith(_HYPHENS) and first.text[:1].islower()
        if after.page == one.page + 1 and is_parted and _runs_on(one, after):
            word, _, others = first.text.partition(" ")
            one.rest = (after.page, replace(first, text=word))
            after.lines[:1] = [replace(first, text=others.lstrip())] if others.strip() else []
    return [one for one in found if one.lines]


def _whole_lines(lines: tuple[Line, ...]) -> list[Line]:
    """Lines with parts joined again where the gap between them comes once, as in a stretched line."""
    gaps: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for one, after in pairwise(lines):
        if one.row == after.row and after.left > one.right:
            gaps[one.row].append((one.right, after.left))
    whole: list[Line] = []
    for line in lines:
        last = whole[-1] if whole else None
        if last is None or last.row != line.row or _is_column_gap((last.right, line.left), last.row, gaps):
            whole.append(line)
        else:
            whole[-1] = replace(last, text=f"{last.text} {line.text}", right=line.right)
    return whole


def _is_column_gap(gap: tuple[float, float], row: int, gaps: dict[int, list[tuple[float, float]]]) -> bool:
    if gap[0] >= gap[1]:
        return True
    near = [other for offset in range(-NEAR_ROWS, NEAR_ROWS + 1) if offset for other in gaps.get(row + offset, ())]
    return any(min(gap[1], other[1]) - max(gap[0], other[0]) > 0.3 * (gap[1] - gap[0]) for other in near)


def _running(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines, but for their numbers, that stand in the margin of several pages."""
    count: Counter[str] = Counter()
    for page in pages:
        count.update({_key(line) for line in page.lines if _in_margin(line, page)})
    return frozenset(key for key, times in count.items() if times >= REPEATS)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom > page.height * (1 - MARGIN) or line.top < page.height * MARGIN


def _place(line: Line, on_page: list[_Paragraph], number: int) -> None:
    """Add a line to the paragraph right above it, or start one."""
    if not _BULLET.match(line.text):
        for paragraph in on_page[: -LOOK_BACK - 1 : -1]:
            if not paragraph.is_furniture and _continues(line, paragraph):
                paragraph.pitch = paragraph.pitch or paragraph.lines[-1].bottom - line.bottom
                paragraph.lines.append(line)
                return
    on_page.append(_Paragraph(number, [line]))


def _continues(line: Line, paragraph: _Paragraph) -> bool:
    last = paragraph.lines[-1]
    if abs(line.size - last.size) > SAME_SIZE * last.size or line.bold != paragraph.lines[0].bold:
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
    places = [
        Place((f"page {page}", f"line {line.row + 1}"), box=(line.left, line.bottom, line.right, line.top))
        for page, line in lines
    ]
    shown = Shown.FURNITURE if paragraph.is_furniture else Shown.OPEN
    block = trace.block(*places, shown=shown, element="running line" if paragraph.is_furniture else "paragraph")
    assert block is not None
    return replace(block, joins_next=after is not None and _runs_on(paragraph, after))


def _runs_on(paragraph: _Paragraph, after: _Paragraph) -> bool:
    """Whether a paragraph goes on in the next column or page, or is a cell beside the next one."""
    last, first = paragraph.rest[1] if paragraph.rest else paragraph.lines[-1], after.lines[0]
    if paragraph.is_furniture or after.is_furniture:
        return False
    if paragraph.in_tile:
        return True
    if paragraph.page == after.page and last.row == first.row:
        return len(paragraph.lines) == 1
    new_column = after.page == paragraph.page + 1 or first.bottom > last.bottom
    same = abs(last.size - first.size) <= SAME_SIZE * last.size and last.bold == first.bold
    return new_column and same and not last.text.endswith(_SENTENCE_END) and not _BULLET.match(first.text)
