"""Plain text and reStructuredText: paragraphs parted by empty lines, bullets and underlines."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.reading.decoding import decode
from generator.readers.reading.tile_rows import joined
from generator.readers.text.paragraphs import paragraphs
from generator.readers.text.restructured import words_of

SUFFIXES = frozenset({".txt", ".text", ".rst"})
SIGNATURE = b""


def read(data: bytes, name: str) -> SourceText:
    """The paragraphs in their order; in `.rst` without directives, code and markup."""
    text, encoding = decode(data)
    if name.lower().endswith(".rst"):
        return SourceText(name, "rst", tuple(joined(list(paragraphs(text, words_of(text))))), text, encoding)
    return SourceText(name, "text", tuple(joined(list(paragraphs(text)))), text, encoding)
