"""JSON-LD: the strings that search engines show of a page, each at its place in the script."""

from __future__ import annotations

import json
import re

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.reading.trace import Trace

_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*+)"(\s*+:)?')
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.")
_NOT_TEXT = re.compile(r"https?:|@|\d{4}-\d\d-\d\d|/")


def structured_data(text: str, start: int, end: int) -> list[Block]:
    """A block for each string value that is not an address, date or `@` keyword; its element is the key."""
    blocks, key = [], ""
    for found in _STRING.finditer(text, start, end):
        if found[2]:
            key = found[1]
        elif not key.startswith("@") and not _NOT_TEXT.match(found[1]):
            block = _block(text, found.start(1), found.end(1), key)
            blocks += [block] if block else []
    return blocks


def _block(text: str, start: int, end: int, key: str) -> Block | None:
    trace, position = Trace(), start
    for escape in _ESCAPE.finditer(text, start, end):
        trace.add(text[position : escape.start()], position)
        trace.add(_decoded(escape[0]), escape.start(), len(escape[0]))
        position = escape.end()
    trace.add(text[position:end], position)
    line, column = line_and_column(text, max(0, trace.source))
    return trace.block(Place((), line, column), shown=Shown.META, element=f"json-ld {key}")


def _decoded(escape: str) -> str:
    try:
        return str(json.loads(f'"{escape}"')).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except ValueError:
        return escape
