"""Markdown: paragraphs, headings, list items and cells as read on the page, with front matter and HTML inside."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.markdown.front_matter import front_matter
from generator.readers.markdown.lines import Lines, page_view
from generator.readers.reading.decoding import decode

SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
SIGNATURE = b""


def read(data: bytes, name: str) -> SourceText:
    """Front matter first, then the blocks in the order of the file."""
    from generator.readers.markdown.blocks import body

    text, encoding = decode(data)
    lines = Lines.of(text)
    after, head = front_matter(text, lines)
    return SourceText(name, "markdown", (*head, *body(text, lines, page_view(lines, after))), text, encoding)
