"""Word: paragraphs under their headings, tables, headers and footers once, footnotes, text boxes, tracked changes."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.docx.document import document
from generator.readers.reading.package import Package

SUFFIXES = frozenset({".docx", ".docm", ".dotx"})
SIGNATURE = b"PK"


def read(data: bytes, name: str) -> SourceText:
    """The body in its order, then footnotes, headers and footers, comments and properties."""
    return SourceText(name, "docx", document(Package.opened(data)))
