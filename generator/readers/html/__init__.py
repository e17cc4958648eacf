"""HTML: the text of a page with its head, attributes and structured data, hidden parts told apart."""

from __future__ import annotations

import re

from generator.model.block import Shown, SourceText
from generator.readers.html.page import read_page
from generator.readers.reading.decoding import decode
from generator.readers.reading.guard import Unreadable

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
SIGNATURE = b""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_FULL_PAGE = re.compile(r"<body[\s>]|<html[\s>]", re.IGNORECASE)
_FORWARDS = re.compile(
    r"<meta[^>]{0,100}http-equiv\s*=\s*[\"']?refresh[^>]{0,300}?url\s*=\s*([^\"'>\s]+)", re.IGNORECASE
)

SHELL_WORDS = 8
"""A page that a script fills says "Loading …" or nothing; the barest real page has a heading and a sentence."""


def read(data: bytes, name: str) -> SourceText:
    """Blocks in the order of the page, then those of attributes, head and hidden parts."""
    declared = _CHARSET.search(data[:4096])
    text, encoding = decode(data, declared[1].decode("ascii") if declared else "")
    page = read_page(text, 1 if text.startswith("\ufeff") else 0)
    words = sum(len(block.text.split()) for block in page.blocks if block.shown is Shown.OPEN)
    if words < SHELL_WORDS and _FULL_PAGE.search(text):
        if target := _FORWARDS.search(text):
            raise Unreadable(f"the page only forwards to {target[1]}")
        if page.scripts:
            raise Unreadable("the page is an app shell: a script fills it in the browser, so there is no text to read")
    return SourceText(name, "html", page.blocks, text, encoding)
