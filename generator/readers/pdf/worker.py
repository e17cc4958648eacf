"""Runs as a process of its own: takes PDFs on its input, says each page's lines on its output; may be killed any time.

Takes: a length in eight bytes, then as many bytes. Says JSON lines: first `pages` or `problem`, then one a page.
It is started by its path, whatever the folder.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[3]))

from generator.readers.pdf.notes import notes_of
from generator.readers.pdf.unpacked import MOST_UNPACKED, unpacks_to_too_much
from generator.readers.reading.footnote import REACH, takes_a_mark

MOST_PAGES = 2_000
MOST_LETTERS = 200_000
"""Letters on one page; a full newspaper page has 40,000."""
MOST_MEMORY = 1_500_000_000
COLUMN_GAP = 1.5
"""Widths of a letter `m` between two columns; the widest space in justified text measured was 1.1."""

MARK_SIZE = 0.9
"""A footnote's mark is smaller than the words: two thirds in Word, four fifths at the most."""

SAME_HEIGHT = 0.2
"""Share of a line's height within which two words stand on one height."""

_HYPHEN = 2
_LINE_ENDS = frozenset({10, 13, _HYPHEN})
_SPACES = frozenset({9, 32, 0xA0})
_APART = _LINE_ENDS | _SPACES
_MARKS = frozenset({*range(48, 58), 0x2A, 0x2020})


Line = list[Any]
"""Text, left, bottom, right, top (points from the lower left), size, whether bold, number of its line on the page."""


def main() -> None:
    """Answer one PDF after the other until the input ends."""
    _limit_memory()
    say({"ready": True})
    while len(head := sys.stdin.buffer.read(8)) == 8:
        for message in read(sys.stdin.buffer.read(int.from_bytes(head, "big"))):
            say(message)


def say(message: dict[str, Any]) -> None:
    """One message as one line."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def read(data: bytes) -> Iterator[dict[str, Any]]:
    """The messages for one PDF."""
    if unpacks_to_too_much(data):
        yield {"problem": f"a part of it unpacks to more than {MOST_UNPACKED / 1e6:.0f} MB, more than is bearable"}
        return
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        yield {"problem": "it is protected by a password" if locked else "the file is damaged or cut off"}
        return
    if len(document) > MOST_PAGES:
        yield {"problem": f"it has more than {MOST_PAGES:,} pages"}
        return
    properties = {key: document.get_metadata_value(key) for key in ("Title", "Subject", "Keywords")}
    yield {"pages": len(document), "properties": properties, "outline": _outline(document)}
    for number in range(len(document)):
        yield _page(document, number)
    document.close()


def _limit_memory() -> None:
    """Windows has no such limit and macOS may refuse it; there the size of the file bounds what is used."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _outline(document: pypdfium2.PdfDocument) -> list[str]:
    return [entry.get_title() or "" for entry in islice(document.get_toc(max_depth=8), MOST_PAGES)]


def _page(document: pypdfium2.PdfDocument, number: int) -> dict[str, Any]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return {"damaged": True, "height": 0, "lines": [], "notes": [], "letters": 0, "bad": 0, "picture": False}
    if text.count_chars() > MOST_LETTERS:
        return {"problem": f"page {number + 1} has more than {MOST_LETTERS:,} letters", "page": number}
    lines, letters, bad = _lines(text)
    notes = notes_of(document, page, MOST_LETTERS)
    if notes is None:
        return {"problem": f"page {number + 1} has more fields and comments than is bearable", "page": number}
    picture = not letters and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    height = page.get_height()
    text.close()
    page.close()
    said = {"height": height, "lines": lines, "notes": notes, "letters": letters, "bad": bad, "picture": picture}
    return {"damaged": False, **said}


def _lines(page: pypdfium2.PdfTextPage) -> tuple[list[Line], int, int]:
    """The lines of a page, parted at wide gaps; how many letters there are, and how many mean nothing.

    A letter's box costs a call each, so only the first and last letter of a word are measured: a gap between columns
    stands between words.
    """
    lines: list[Line] = []
    line = _Line(page.raw, 0)
    letters = bad = row = 0
    ended = False
    for first, codes in _words(page):
        if codes[0] in _LINE_ENDS:
            # A hyphen that ends a line is a sign of its own here, which stands for the line break too.
            line.text.extend("-" if codes[0] == _HYPHEN else "")
            ended = bool(line.text)
            continue
        if codes[0] in _SPACES:
            line.text.append(chr(codes[0]))
            continue
        letters += len(codes)
        unknown = pdfium.FPDFText_HasUnicodeMapError(page.raw, first) == 1
        bad += len(codes) if unknown else sum(map(_means_nothing, codes))
        new_row = ended and not line.goes_on(first)
        if new_row or line.is_far(first):
            lines += line.ended()
            row += new_row
            line = _Line(page.raw, row)
        ended = False
        line.add(first, codes)
    return [*lines, *line.ended()], letters, bad


def _words(page: pypdfium2.PdfTextPage) -> Iterator[tuple[int, list[int]]]:
    """Runs of letters, and each space and line end by itself: the index of the first, and the codes."""
    get, raw = pdfium.FPDFText_GetUnicode, page.raw
    word: list[int] = []
    count = page.count_chars()
    for index in range(count):
        code = get(raw, index)
        if code in _APART:
            if word:
                yield index - len(word), word
                word = []
            yield index, [code]
        else:
            word.append(code)
    if word:
        yield count - len(word), word


class _Line:
    """A line in the making."""

    def __init__(self, page: Any, row: int) -> None:
        self.page, self.row = page, row
        self.text: list[str] = []
        self.at: list[int] = []
        self.left = self.bottom = self.right = self.top = 0.0
        self.size = 0.0
        self.box = pdfium.FS_RECTF()
        self.pointer = ctypes.byref(self.box)

    def is_far(self, index: int) -> bool:
        """Whether a word stands apart: beyond a column's gap, or on another height."""
        if not self.at:
            return False
        pdfium.FPDFText_GetLooseCharBox(self.page, index, self.pointer)
        if self.left - self.box.right > self.size or abs(self.box.bottom - self.bottom) > 1.5 * self.size:
            return True
        marker = len("".join(self.text).strip()) <= 3
        return bool(self.box.left - self.right > COLUMN_GAP * self.size and not marker)

    def goes_on(self, index: int) -> bool:
        """Whether a word stands on the same height right after the last: a raised mark between ended no line."""
        if not self.at or self.text[-1:] == ["-"]:
            return False
        pdfium.FPDFText_GetLooseCharBox(self.page, index, self.pointer)
        same_height = abs(self.box.bottom - self.bottom) < SAME_HEIGHT * self.size
        return bool(same_height and -SAME_HEIGHT * self.size < self.box.left - self.right < self.size)

    def add(self, first: int, codes: list[int]) -> None:
        """Append a word, but for the raised marks of footnotes in it."""
        self.measure(first)
        said = [at for at in range(len(codes)) if not self.is_footnote_mark(first, codes, at)]
        self.measure(first + said[-1])
        self.text.extend(chr(codes[at]) if codes[at] else "\ufffd" for at in said)

    def measure(self, index: int) -> None:
        pdfium.FPDFText_GetLooseCharBox(self.page, index, self.pointer)
        box = self.box
        if not self.at:
            self.size = max(1.0, float(box.top - box.bottom))
            self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.left, self.right = min(self.left, box.left), max(self.right, box.right)
        self.at.append(index)

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
        return [[text, *edges, round(self.size, 1), bold, self.row]]


def _means_nothing(code: int) -> bool:
    return code < 32 or code in {0xFFFD, 0xFFFE, 0xFFFF} or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF


if __name__ == "__main__":
    main()
