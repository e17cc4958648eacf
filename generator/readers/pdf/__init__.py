"""PDF: lines put together to paragraphs, column by column, with page and line; read in a process that can be killed."""

from __future__ import annotations

from generator.model.block import Block, Place, Shown, SourceText
from generator.readers.pdf.layout import paragraphs
from generator.readers.pdf.legible import unreadable_because
from generator.readers.pdf.process import Extract, Note, extract
from generator.readers.reading.guard import Unreadable
from generator.readers.reading.trace import plain_block

SUFFIXES = frozenset({".pdf"})
SIGNATURE = b"%PDF-"

_EMPTY_TITLES = frozenset({"untitled", "unspecified", "anonymous", "(anonymous)", "(unspecified)"})


def read(data: bytes, name: str) -> SourceText:
    """Paragraphs in reading order, running heads and feet once, then fields, comments, metadata and outline."""
    extracted = extract(data)
    if cause := unreadable_because(extracted):
        raise Unreadable(cause)
    blocks = (*paragraphs(extracted.pages), *_notes(extracted), *_about(extracted))
    gaps = tuple(
        f"page {number} is a picture without text"
        for number, page in enumerate(extracted.pages, 1)
        if page.is_picture and not page.lines
    )
    return SourceText(name, "pdf", blocks, gaps=gaps)


def _notes(extracted: Extract) -> list[Block]:
    """What is laid over the pages. A text box and what is filled in are seen by all, a comment by those who open it."""
    made = [
        plain_block(
            note.text.replace("\r\n", "\n").replace("\r", "\n"),
            Place(_where(number, note), box=(note.left, note.bottom, note.right, note.top)),
            shown=Shown.HIDDEN if note.is_hidden else Shown.OPEN,
            element=note.kind,
        )
        for number, page in enumerate(extracted.pages, 1)
        for note in page.notes
    ]
    return [block for block in made if block is not None]


def _where(page: int, note: Note) -> tuple[str, ...]:
    named = ("field", note.name) if note.name else ("field",)
    return (f"page {page}", " ".join(named) if note.kind in {"field", "tooltip"} else note.kind)


def _about(extracted: Extract) -> list[Block]:
    made = [
        plain_block(
            text, Place(("document properties", key.lower())), shown=Shown.META, element=f"property {key.lower()}"
        )
        for key, text in extracted.properties.items()
        if text.strip().lower() not in _EMPTY_TITLES
    ]
    made += [plain_block(text, Place(("outline",)), shown=Shown.META, element="outline") for text in extracted.outline]
    return [block for block in made if block is not None]
