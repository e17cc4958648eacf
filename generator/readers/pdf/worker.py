"""Runs as a process of its own: takes PDFs on its input, says each page's lines on its output; may be killed any time.

Takes: a length in eight bytes, then as many bytes. Says JSON lines: first `pages` or `problem`, then one a page.
It imports nothing of this project, so that it starts from its path alone.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import re
import sys
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MOST_PAGES = 2_000
MOST_LETTERS = 200_000
"""Letters on one page; a full newspaper page has 40,000."""
MOST_NOTES = 10_000
"""Fields and comments on one page."""
MOST_UNPACKED = 25_000_000
"""Bytes of one stream; the drawings of a full page have 1 MB. Counted first, so that no clock decides."""
MOST_RATIO = 1032
"""Deflate packs no better than this: a short stream cannot be too long."""
MOST_MEMORY = 1_500_000_000
COLUMN_GAP = 1.5
"""Widths of a letter `m` between two columns; the widest space in justified text measured was 1.1."""

_HYPHEN = 2
_LINE_ENDS = frozenset({10, 13, _HYPHEN})
_SPACES = frozenset({9, 32, 0xA0})
_APART = _LINE_ENDS | _SPACES
_MARKS = frozenset({*range(48, 58), 0x2A, 0x2020})

_UNSEEN = 0x2 | 0x20
"""Flags of what is laid over a page: hidden, not for the screen."""
_PASSWORD = 0x2000
_WRITTEN = frozenset({pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})

_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
_UNREAD = re.compile(rb"/Subtype\s*/Image\b|/Type\s*/EmbeddedFile\b")
_ATTACHED = re.compile(rb"/EF\s*<<[^>]{0,80}?/U?F\s+(\d+)\s")

Line = list[Any]
"""Text, left, bottom, right, top (points from the lower left), size, whether bold, number of its line on the page."""
Note = list[Any]
"""Kind (`field`, `tooltip`, `text box`, `comment`), name, text, left, bottom, right, top, whether hidden."""


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


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether a stream is a bomb. Pictures and attachments are left out: nobody unpacks them to read a text."""
    attached = set(_ATTACHED.findall(data))
    for found in _STREAM.finditer(data):
        begin = max(0, data.rfind(b"obj", 0, found.start()))
        about = data[begin : found.start()]
        if attached.intersection(data[max(0, begin - 24) : begin].split()[-2:-1]):
            continue
        end = data.find(b"endstream", found.end())
        packed = memoryview(data)[found.end() : end if end >= 0 else len(data)]
        if len(packed) * MOST_RATIO > MOST_UNPACKED and not _UNREAD.search(about) and _unpacked(packed):
            return True
    return False


def _unpacked(packed: memoryview) -> bool:
    """Whether it has more than the most bytes, of which no more than a piece is held at a time."""
    unpacker, length, given = zlib.decompressobj(), 0, bytes(packed)
    with contextlib.suppress(zlib.error):
        while given and not unpacker.eof and length <= MOST_UNPACKED:
            length += len(unpacker.decompress(given, 1 << 20))
            given = unpacker.unconsumed_tail
    return length > MOST_UNPACKED


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
    notes = list(islice(_notes(document, page), MOST_NOTES + 1))
    if len(notes) > MOST_NOTES or sum(len(note[2]) for note in notes) > MOST_LETTERS:
        return {"problem": f"page {number + 1} has more fields and comments than is bearable", "page": number}
    picture = not letters and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    height = page.get_height()
    text.close()
    page.close()
    said = {"height": height, "lines": lines, "notes": notes, "letters": letters, "bad": bad, "picture": picture}
    return {"damaged": False, **said}


def _notes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Note]:
    """What is laid over a page: filled-in fields, text boxes, comments. A password is nobody's to read."""
    form = document.formenv.raw if document.formenv else None
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        hidden = bool(pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN)
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(note, rect)
        box = [round(edge, 1) for edge in (rect.left, rect.bottom, rect.right, rect.top)]
        if kind == pdfium.FPDF_ANNOT_WIDGET and form:
            name = _string(pdfium.FPDFAnnot_GetFormFieldName, form, note)
            secret = pdfium.FPDFAnnot_GetFormFieldFlags(form, note) & _PASSWORD
            if pdfium.FPDFAnnot_GetFormFieldType(form, note) in _WRITTEN and not secret:
                yield ["field", name, _string(pdfium.FPDFAnnot_GetFormFieldValue, form, note), *box, hidden]
            yield ["tooltip", name, _string(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, note), *box, True]
        elif kind != pdfium.FPDF_ANNOT_POPUP:  # it only shows again what its comment says
            text = _string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents")
            is_text = kind == pdfium.FPDF_ANNOT_FREETEXT
            yield ["text box" if is_text else "comment", "", text, *box, hidden or not is_text]
        pdfium.FPDFPage_CloseAnnot(note)


def _string(get: Any, *of: Any) -> str:
    """A string that pdfium writes into a buffer, whose size in bytes it tells first."""
    size = min(get(*of, None, 0), 2 * MOST_LETTERS + 4)
    buffer = ctypes.create_string_buffer(size)
    get(*of, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _lines(page: pypdfium2.PdfTextPage) -> tuple[list[Line], int, int]:
    """The lines of a page, parted at wide gaps; how many letters there are, and how many mean nothing.

    A letter's box costs a call each, so only the first and last letter of a word are measured: a gap between columns
    stands between words.
    """
    lines: list[Line] = []
    line = _Line(page.raw, 0)
    letters = bad = row = 0
    for first, codes in _words(page):
        if codes[0] in _LINE_ENDS:
            # A hyphen that ends a line is a sign of its own here, which stands for the line break too.
            line.text.extend("-" if codes[0] == _HYPHEN else "")
            row += bool(line.text)
            lines += line.ended()
            line = _Line(page.raw, row)
            continue
        if codes[0] in _SPACES:
            line.text.append(chr(codes[0]))
            continue
        letters += len(codes)
        unknown = pdfium.FPDFText_HasUnicodeMapError(page.raw, first) == 1
        bad += len(codes) if unknown else sum(map(_means_nothing, codes))
        if line.is_far(first):
            lines += line.ended()
            line = _Line(page.raw, row)
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

    def add(self, first: int, codes: list[int]) -> None:
        """Append a word, but for a raised mark of a footnote at its end."""
        self.measure(first)
        last = first + len(codes) - 1
        while len(codes) > 1 and codes[-1] in _MARKS and self.is_footnote_mark(codes, last):
            codes, last = codes[:-1], last - 1
        self.measure(last)
        self.text.extend(chr(code) if code else "\ufffd" for code in codes)

    def measure(self, index: int) -> None:
        pdfium.FPDFText_GetLooseCharBox(self.page, index, self.pointer)
        box = self.box
        if not self.at:
            self.size = max(1.0, float(box.top - box.bottom))
            self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.left, self.right = min(self.left, box.left), max(self.right, box.right)
        self.at.append(index)

    def is_footnote_mark(self, codes: list[int], last: int) -> bool:
        """Whether a number is smaller than what stands before it, which is a word or a sign of punctuation."""
        before = "".join(map(chr, codes)).rstrip("0123456789*†")
        if not (len(before) >= 4 and before[-4:].isalpha()) and before[-1:] not in set(".,;:!?%)”"):
            return False
        size = pdfium.FPDFText_GetFontSize
        return bool(before and size(self.page, last) < 0.8 * size(self.page, last - len(codes) + len(before)))

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
