"""Lays blocks end to end in long stretches of text, and finds the way back from a place there to its block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drift.reading.fold import INVISIBLE
from generator.drift.reading.hesitation import without_hesitations
from generator.drift.result import Spot
from generator.drift.words import JOINT, PARTING
from generator.model.block import Block, Kind, Place

SIZE = 100_000
"""Characters handled at a time: enough to be fast, few enough to stay in the processor's cache."""
LONG_SECTION = 4_000
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_NO_WIDTH = re.compile(rf"(?<=\s){_UNSEEN.pattern}|{_UNSEEN.pattern}(?=\s)")
"""Signs that nobody sees, beside a space."""
_TITLES = {"title": "subtitle"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some blocks as one text. `offsets[i]` is where block `first + i` starts; `sections` are where sections start.

    `written` is as long as `text`, with merge fields as they are written.

    `groups` are where sections start that do not follow on the one before: on another slide, in a hidden part.
    """

    text: str
    first: int
    offsets: tuple[int, ...]
    sections: tuple[int, ...]
    groups: tuple[int, ...]
    written: str

    def section(self, number: int) -> tuple[int, int]:
        """Where a section starts and ends."""
        last = number + 1 == len(self.sections)
        return self.sections[number], len(self.text) if last else self.sections[number + 1] - 1

    def surroundings(self, start: int, end: int) -> tuple[int, int]:
        """The section around a place, to split it once for all wordings; of a long section just the place."""
        number = bisect_right(self.sections, start) - 1
        lo, hi = self.section(number)
        return (lo, hi) if hi - lo <= LONG_SECTION else (start, end)

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """The parts of blocks that the text from `start` to `end` covers."""
        spots = []
        index = bisect_right(self.offsets, start) - 1
        while index < len(self.offsets) and self.offsets[index] < end:
            begin = self.offsets[index]
            finish = self.offsets[index + 1] - 1 if index + 1 < len(self.offsets) else len(self.text)
            if max(start, begin) < min(end, finish):
                spots.append(Spot(self.first + index, max(start, begin) - begin, min(end, finish) - begin))
            index += 1
        return tuple(spots)


def lay_out(blocks: Sequence[Block], said: str = "") -> Iterator[Sheet]:
    """The blocks in order, cut into stretches between sections; `said` is the text of all wordings."""
    texts: list[str] = []
    written: list[str] = []
    offsets: list[int] = []
    sections: list[int] = []
    groups: list[int] = []
    length, first, joined = 0, 0, False
    for index, block in enumerate(blocks):
        if length >= SIZE and not joined:
            yield _sheet(texts, written, first, offsets, sections, groups)
            texts, written, offsets, sections, groups, length, first = [], [], [], [], [], 0, index
        if texts:
            texts.append(JOINT if joined else PARTING)
            written.append(texts[-1])
            length += 1
        if not joined:
            sections.append(length)
            if not texts or not _follows(blocks[index - 1], block):
                groups.append(length)
        offsets.append(length)
        texts.append(_comparable(block, said))
        written.append(block.text)
        length += len(block.text)
        joined = index + 1 < len(blocks) and _joins(block, blocks[index + 1])
    if texts:
        yield _sheet(texts, written, first, offsets, sections, groups)


def _sheet(
    texts: list[str], written: list[str], first: int, offsets: list[int], sections: list[int], groups: list[int]
) -> Sheet:
    return Sheet("".join(texts), first, tuple(offsets), tuple(sections), tuple(groups), "".join(written))


def _comparable(block: Block, said: str) -> str:
    """The text of a block, as long as it is, with every merge field in the one notation that the words know.

    Speech is without hesitations, and what has no width beside a space is a space. `[[Kelvaro Track]]` is no field
    where a wording has that name.
    """
    is_spoken = bool(block.speaker) or block.places[0].at >= 0
    text = without_hesitations(block.text, said) if is_spoken else block.text
    if not text.isascii() and _UNSEEN.search(text):
        text = _NO_WIDTH.sub(lambda signs: " " * len(signs[0]), text)
    for mark in block.marks:
        if mark.kind is Kind.MERGE and mark.end - mark.start >= 4 and not _is_name(text[mark.start : mark.end], said):
            text = text[: mark.start] + "{{" + "-" * (mark.end - mark.start - 4) + "}}" + text[mark.end :]
    return text


def _is_name(field: str, said: str) -> bool:
    inside = field.strip("{}[]<>%*|#«» ")
    return inside != inside.lower() and inside in said


def _follows(before: Block, block: Block) -> bool:
    """Whether a reader comes from one to the other: on the same slide or page, in the same body of a mail."""
    one, other = before.places[0], block.places[0]
    return before.shown is block.shown and (one.words[:1] == other.words[:1] or _section(one) == _section(other))


def _section(place: Place) -> str:
    """What holds a block: slide, page, heading, body of a mail; nothing for a paragraph of a paper without headings."""
    return place.words[0] if place.words and (place.line or len(place.words) > 1) else ""


def _joins(block: Block, following: Block) -> bool:
    if block.shown is not following.shown:
        return False
    return block.joins_next or _TITLES.get(block.element) == following.element
