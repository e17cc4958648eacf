"""Finds figures that stand alone, in large type as a rule, and the words that each belongs to by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_BOUND = (
    r"up to|over|more than|less than|fewer than|under|at least|at most|around|about|almost|nearly|only|from"
    r"|opptil|mer enn|mindre enn|minst|rundt|nesten|bis zu|mehr als|weniger als|mindestens|rund|fast|über|unter"
)
_UNIT = r"\s?(?:[%‰×+$€£¥₹]|°[CF]?|[^\W\d_]{1,12}(?:/[^\W\d_]{1,8})?)"
_FIGURE = re.compile(
    rf"(?:(?:{_BOUND})\s)?[<>~≈≤≥±+−–-]?\s?(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|NOK|SEK|DKK)\s)?\s?"
    rf"\d(?:[\d.,:/’'\s–-]*\d)?(?:{_UNIT}){{0,2}}",
    re.IGNORECASE,
)
_LEADS_UP = re.compile(
    r"(?:[:–—…]|\b(?:in|by|of|to|than|for|with|over|up|down|only|just|at|since|from|about|almost|nearly|the|our|is|are|and"
    r"|saves?|saved|rated|i|av|til|enn|for|med|på|bare|kun|fra|ca|er|og|von|mit|auf|um|bis|als|seit|nur|ist|sind|und))"
    r"\s*\Z",
    re.IGNORECASE,
)
LONGEST = 60
"""Letters of a figure with what bounds it and its unit."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LESS_LIKELY = {"below": 0.0, "right": 0.0, "above": 0.25, "left": 0.5}
"""Words stand below or right of their figure as a rule: elsewhere they count as so many heights of it farther away."""
MOST = 200
"""Boxes on a slide or page, or rows of a table, among which tiles are looked for; more are a drawing or data."""
LONG = 400
"""Letters of a paragraph, which hardly belongs to a figure: it counts as one height of it farther away."""


class Frame(NamedTuple):
    """Where something stands; `top` is less than `bottom`, as on a screen."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a place and a text; none of it may be a figure or its words where the text is empty."""

    frame: Frame | None
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """Box `figure` belongs to box `words`; `leads` says that it is read first."""

    figure: int
    words: int
    leads: bool


class _Choice(NamedTuple):
    distance: float
    words: int
    side: str


def is_figure(text: str) -> bool:
    """Whether a text is a number with its unit and nothing else: `62 %`, `Up to 40 %`, `€1.2M`, `11 hours`."""
    return len(text) <= LONGEST and _FIGURE.fullmatch(" ".join(text.split())) is not None


def is_words(text: str) -> bool:
    """Whether a text can be what a figure counts."""
    return _LETTERS.search(text) is not None and not is_figure(text)


def leads_up(words: str) -> bool:
    """Whether words lead up to what stands behind them, as `Trusted by` does and `Countries served` does not."""
    return _LEADS_UP.search(words[-LONGEST:]) is not None


def tiles(boxes: Sequence[Box]) -> list[Tile]:
    """Each figure with the nearest words right below, beside or above it that belong to no other.

    The figure with the fewest words to choose from chooses first, so that a row of tiles is told apart whole.
    """
    if len(boxes) > MOST:
        return []
    choices = {
        index: list(_choices(index, boxes)) for index, box in enumerate(boxes) if box.frame and is_figure(box.text)
    }
    found: list[Tile] = []
    while choices := {figure: open_ for figure, open_ in choices.items() if open_}:
        figure = min(choices, key=lambda index: (len(choices[index]), min(choices[index]).distance, index))
        _, words, side = min(choices.pop(figure))
        first = side in {"below", "right"}
        found.append(Tile(figure, words, first or not leads_up(boxes[words].text)))
        choices = {other: [one for one in open_ if one.words != words] for other, open_ in choices.items()}
    return found


def in_tiles(order: Sequence[int], found: Sequence[Tile]) -> Iterator[tuple[int, bool]]:
    """The boxes in their order, each figure moved to its words; with each, whether it runs on into the next."""
    of_words = {tile.words: tile for tile in found}
    moved = {tile.figure for tile in found}
    for index in order:
        tile = of_words.get(index)
        if tile is None:
            if index not in moved:
                yield index, False
            continue
        first, then = (tile.figure, index) if tile.leads else (index, tile.figure)
        yield first, True
        yield then, False


def _choices(figure: int, boxes: Sequence[Box]) -> Iterator[_Choice]:
    """The words that stand right at a figure."""
    one = boxes[figure].frame
    assert one is not None
    height = one.bottom - one.top
    for index, box in enumerate(boxes):
        if box.frame is None or not is_words(box.text):
            continue
        for side, gap, reach in _sides(one, box.frame):
            if gap <= reach:
                less_likely = _LESS_LIKELY[side] + min(1.0, len(box.text) / LONG)
                yield _Choice(max(0.0, gap) + less_likely * height, index, side)


def _sides(one: Frame, other: Frame) -> Iterator[tuple[str, float, float]]:
    """On which side of the one the other stands, how far away, and how far it may be."""
    height, width = one.bottom - one.top, one.right - one.left
    if _shared(one.left, one.right, other.left, other.right):
        if one.top + one.bottom < 2 * other.top:
            yield "below", other.top - one.bottom, height
        elif other.top + other.bottom < 2 * one.top:
            yield "above", one.top - other.bottom, height
    if _shared(one.top, one.bottom, other.top, other.bottom):
        if one.left + one.right < 2 * other.left:
            yield "right", other.left - one.right, max(height, width)
        elif other.left + other.right < 2 * one.left:
            yield "left", one.left - other.right, max(height, width)


def _shared(start: float, end: float, other_start: float, other_end: float) -> bool:
    """Whether two stretches share most of the shorter one."""
    return 2 * (min(end, other_end) - max(start, other_start)) > min(end - start, other_end - other_start)
