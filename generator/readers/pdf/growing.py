"""A line of a PDF in the making: word after word, as long as they stand side by side, without marks of footnotes."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import pypdfium2.raw as pdfium

from generator.readers.pdf.turned import Edges, turned
from generator.readers.reading.footnote import REACH, takes_a_mark

COLUMN_GAP = 1.5
"""Widths of a letter `m` between two columns; the widest space in justified text measured was 1.1."""

MARK_SIZE = 0.9
"""A footnote's mark is smaller than the words: two thirds in Word, four fifths at the most."""

SAME_HEIGHT = 0.2
"""Share of a line's height within which two words stand on one height."""

_MARKS = frozenset({*range(48, 58), 0x2A, 0x2020})

Line = list[Any]
"""Text, left, bottom, right, top, size, whether bold, number of its line on the page, turn: see `process.Line`."""


class Growing:
    """A line in the making."""

    def __init__(self, page: Any, row: int) -> None:
        self.page, self.row = page, row
        self.text: list[str] = []
        self.at: list[int] = []
        self.left = self.bottom = self.right = self.top = 0.0
        self.size = 0.0
        self.turn = 0
        self.box = pdfium.FS_RECTF()
        self.pointer = ctypes.byref(self.box)

    def is_far(self, index: int) -> bool:
        """Whether a word stands apart: beyond a column's gap, or on another height."""
        if not self.at:
            return False
        left, bottom, right, _ = self.edges(index)
        if self.left - right > self.size or abs(bottom - self.bottom) > 1.5 * self.size:
            return True
        marker = len("".join(self.text).strip()) <= 3
        return left - self.right > COLUMN_GAP * self.size and not marker

    def goes_on(self, index: int) -> bool:
        """Whether a word stands on the same height right after the last: a raised mark between ended no line."""
        if not self.at or self.text[-1:] == ["-"]:
            return False
        left, bottom, _, _ = self.edges(index)
        same_height = abs(bottom - self.bottom) < SAME_HEIGHT * self.size
        return same_height and -SAME_HEIGHT * self.size < left - self.right < self.size

    def add(self, first: int, codes: list[int]) -> None:
        """Append a word, but for the raised marks of footnotes in it."""
        self.measure(first)
        said = [at for at in range(len(codes)) if not self.is_footnote_mark(first, codes, at)]
        self.measure(first + said[-1])
        self.text.extend(chr(codes[at]) if codes[at] else "\ufffd" for at in said)

    def measure(self, index: int) -> None:
        if not self.at:
            self.turn = round(pdfium.FPDFText_GetCharAngle(self.page, index) / (math.pi / 2)) % 4
        left, bottom, right, top = self.edges(index)
        if not self.at:
            self.size = max(1.0, top - bottom)
            self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.at.append(index)

    def edges(self, index: int) -> Edges:
        """The edges of a letter, with the page turned so that the line is upright."""
        pdfium.FPDFText_GetLooseCharBox(self.page, index, self.pointer)
        box = self.box
        return turned((box.left, box.bottom, box.right, box.top), self.turn)

    def is_footnote_mark(self, first: int, codes: list[int], at: int) -> bool:
        """Whether a sign belongs to a run that is smaller than what stands before it, and marks a footnote there."""
        if not at or codes[at] not in _MARKS:
            return False
        size = pdfium.FPDFText_GetFontSize
        own = size(self.page, first + at)
        start, end = at, at + 1
        while start and codes[start - 1] in _MARKS and size(self.page, first + start - 1) == own:
            start -= 1
        while end < len(codes) and codes[end] in _MARKS and size(self.page, first + end) == own:
            end += 1
        if not start or own >= MARK_SIZE * size(self.page, first + start - 1):
            return False
        before, mark = codes[max(0, start - REACH) : start], codes[start:end]
        return takes_a_mark("".join(map(chr, before)), "".join(map(chr, mark)))

    def ended(self) -> list[Line]:
        text = "".join(self.text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
        if not self.at or not text:
            return []
        sample = {self.at[0], self.at[len(self.at) // 2], self.at[-1]}
        bold = all(pdfium.FPDFText_GetFontWeight(self.page, index) >= 600 for index in sample)
        edges = [round(edge, 1) for edge in (self.left, self.bottom, self.right, self.top)]
        return [[text, *edges, round(self.size, 1), bold, self.row, self.turn]]
