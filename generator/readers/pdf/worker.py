"""Runs as a process of its own: takes PDFs on its input, says each page's lines on its output; may be killed any time.

Takes: a length in eight bytes, then as many bytes. Says JSON lines: first `pages` or `problem`, then one a page.
It is started by its path, whatever the folder.
"""

from __future__ import annotations

import contextlib
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

from generator.readers.pdf.growing import Growing, Line
from generator.readers.pdf.notes import notes_of
from generator.readers.pdf.unpacked import MOST_UNPACKED, unpacks_to_too_much

MOST_PAGES = 2_000
MOST_LETTERS = 200_000
"""Letters on one page; a full newspaper page has 40,000."""
MOST_MEMORY = 1_500_000_000
_HYPHEN = 2
_LINE_ENDS = frozenset({10, 13, _HYPHEN})
_SPACES = frozenset({9, 32, 0xA0})
_APART = _LINE_ENDS | _SPACES


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
        return {
            "damaged": True,
            "width": 0,
            "height": 0,
            "lines": [],
            "notes": [],
            "letters": 0,
            "bad": 0,
            "picture": False,
        }
    if text.count_chars() > MOST_LETTERS:
        return {"problem": f"page {number + 1} has more than {MOST_LETTERS:,} letters", "page": number}
    lines, letters, bad = _lines(text)
    notes = notes_of(document, page, MOST_LETTERS)
    if notes is None:
        return {"problem": f"page {number + 1} has more fields and comments than is bearable", "page": number}
    picture = not letters and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    width, height = page.get_size()
    text.close()
    page.close()
    said = {
        "width": width,
        "height": height,
        "lines": lines,
        "notes": notes,
        "letters": letters,
        "bad": bad,
        "picture": picture,
    }
    return {"damaged": False, **said}


def _lines(page: pypdfium2.PdfTextPage) -> tuple[list[Line], int, int]:
    """The lines of a page, parted at wide gaps; how many letters there are, and how many mean nothing.

    A letter's box costs a call each, so only the first and last letter of a word are measured: a gap between columns
    stands between words.
    """
    lines: list[Line] = []
    line = Growing(page.raw, 0)
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
            line = Growing(page.raw, row)
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


def _means_nothing(code: int) -> bool:
    return code < 32 or code in {0xFFFD, 0xFFFE, 0xFFFF} or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF


if __name__ == "__main__":
    main()
