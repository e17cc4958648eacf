"""Text between tags as a reader sees it: entities decoded, white space one space, each character with its place."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.html.tokens import Attribute
from generator.readers.reading.trace import Trace

_SPECIAL = re.compile(r"[ \t\n\r\f]{2,}|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_WORD_ENDS = re.compile(r"[^\W\d_]{3}\Z")
_WORD_BEGINS = re.compile(r"[^\W\d_]{3}")
_SPACES = str.maketrans("\t\n\r\f", "    ")


def add_text(trace: Trace, text: str, start: int, end: int, *, code: bool = False) -> None:
    """Add source characters as a reader sees them: entities decoded, white space one space."""
    position = start
    for found in _SPECIAL.finditer(text, start, end):
        _add_plain(trace, text, position, found.start(), code=code)
        position = found.end()
        if found[0][0] == "&":
            trace.add(html.unescape(found[0]), found.start(), len(found[0]), code=code)
        elif not trace.ends_in_space:
            trace.add(" ", found.start(), len(found[0]), code=code)
    _add_plain(trace, text, position, end, code=code)


def _add_plain(trace: Trace, text: str, start: int, end: int, *, code: bool) -> None:
    if start < end:
        doubled = trace.ends_in_space and text[start] in " \t\n\r\f"
        trace.add(text[start + doubled : end].translate(_SPACES), start + doubled, code=code)


def is_apart(text: str, start: int, before: str, tags: str, last: tuple[Attribute, ...]) -> bool:
    """Whether a figure and its label, with nothing but `tags` between them, are set apart by a style sheet.

    A label behind its figure always is, since no word is written like that; without a class or style on its tag, a
    figure behind a word may belong to it: `<b>Q</b><b>3</b>`.
    """
    if text[start].isdigit() and _WORD_ENDS.search(before):
        return tags == "closeopen" and any(one.name in {"class", "style"} for one in last)
    return bool(tags) and before[-1:].isdigit() and _WORD_BEGINS.match(text, start) is not None


def made(trace: Trace, text: str, shown: Shown, element: str, language: str = "") -> Block | None:
    if not trace.pieces:
        return None
    line, column = line_and_column(text, max(0, trace.source))
    block = trace.block(Place((), line, column), shown=shown, element=element)
    return replace(block, language=language) if block and language else block
