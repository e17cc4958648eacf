"""Cuts HTML into tags, text and comments with exact offsets, in one pass however broken the page.

The standard library's parser has no offsets for attribute values, and takes quadratic time on some hostile pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content has no tags."""

_START = re.compile(r"<(?=[a-zA-Z/!?%])")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++[^\s>]*+)))?+")
_ENDS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<%", "%>"), ("<!", ">"), ("</", ">"))


class Token(NamedTuple):
    """`kind` is `text`, `raw` (content of a script, title …), `comment`, `open` or `close`.

    `start` and `end` bound the text, the comment's inside, or the whole tag.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: tuple[int, int] = (0, 0)


class Attribute(NamedTuple):
    """A lower-case name and where its value stands."""

    name: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Tokens of `text[start:end]`; a tag or comment that is never closed swallows the rest, as in browsers."""
    end = len(text) if end is None else end
    missing: set[str] = set()
    position = start
    while position < end:
        begin = _next_start(text, position, end)
        if begin > position:
            yield Token("text", position, begin)
        if begin >= end:
            return
        tag = _TAG.match(text, begin, end) if ">" not in missing else None
        if tag is None:
            opening, close = next(pair for pair in (*_ENDS, ("<", ">")) if text.startswith(pair[0], begin))
            after = _find(text, close, begin + len(opening), end, missing)
            if opening == "<!--":
                yield Token("comment", begin + 4, after)
            if opening == "<%" and text.startswith("=", begin + 2):
                yield Token("text", begin, min(end, after + len(close)))  # a field that a mail tool fills
            if opening == "<":
                return
            position = min(end, after + len(close))
            continue
        position = tag.end()
        name = tag[2].lower()
        if tag[1]:
            yield Token("close", begin, position, name)
            continue
        yield Token("open", begin, position, name, tag.span(3))
        if name in RAW and not tag[3].endswith("/"):
            closing = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, position, end)
            stop = closing.start() if closing else end
            yield Token("raw", position, stop, name)
            position = stop


def attributes(text: str, span: tuple[int, int]) -> list[Attribute]:
    """The attributes of a tag, in order, at most a hundred."""
    found = []
    for match in islice(_ATTRIBUTE.finditer(text, *span), 100):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        found.append(Attribute(match[1].lower(), start, end))
    return found


def _next_start(text: str, position: int, end: int) -> int:
    found = _START.search(text, position, end)
    return found.start() if found else end


def _find(text: str, needle: str, position: int, end: int, missing: set[str]) -> int:
    """Where `needle` next stands, `end` if nowhere; remembers that, so that a hostile page costs one search."""
    at = -1 if needle in missing else text.find(needle, position, end)
    if at < 0:
        missing.add(needle)
        return end
    return at
