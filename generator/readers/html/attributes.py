"""The text of attributes: what a picture, link or field is called, and what a page's head says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.html.tokens import Attribute, Token
from generator.readers.reading.trace import Trace

_BEHIND = frozenset({"alt", "title", "aria-label", "aria-description", "label", "summary", "abbr"})
_META = frozenset({"description", "abstract", "subject", "keywords", "application-name", "apple-mobile-web-app-title"})
_META_ENDS = frozenset({"title", "description", "alt", "site_name", "headline", "name", "slogan", "abstract"})
_META_KEYS = frozenset({"name", "property", "itemprop"})
_BUTTONS = frozenset({"submit", "button", "reset"})
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


def blocks(text: str, token: Token, found: list[Attribute]) -> list[Block]:
    """The blocks that a tag's attributes hold, with the tag as element: `img alt`, `meta og:description`."""
    if not found:
        return []
    made = (_block(text, attribute, shown, element) for attribute, shown, element in _texts(text, token, found))
    return [block for block in made if block is not None]


def _texts(text: str, token: Token, found: list[Attribute]) -> Iterator[tuple[Attribute, Shown, str]]:
    if token.name == "meta":
        yield from _meta(text, found)
        return
    for attribute in found:
        if attribute.name in _BEHIND:
            yield attribute, Shown.HIDDEN, f"{token.name} {attribute.name}"
        elif attribute.name == "placeholder":
            yield attribute, Shown.OPEN, f"{token.name} placeholder"
        elif attribute.name == "value" and token.name == "input" and _value(text, found, {"type"}) in _BUTTONS:
            yield attribute, Shown.OPEN, "input value"


def _meta(text: str, found: list[Attribute]) -> Iterator[tuple[Attribute, Shown, str]]:
    key = _value(text, found, _META_KEYS)
    if key in _META or re.split(r"[:.]", key)[-1] in _META_ENDS:
        yield from ((attribute, Shown.META, f"meta {key}") for attribute in found if attribute.name == "content")


def _value(text: str, found: list[Attribute], names: set[str] | frozenset[str]) -> str:
    return next((text[start:end].strip().lower() for name, start, end in found if name in names), "")


def _block(text: str, attribute: Attribute, shown: Shown, element: str) -> Block | None:
    trace, position = Trace(), attribute.start
    for reference in REFERENCE.finditer(text, attribute.start, attribute.end):
        trace.add(text[position : reference.start()], position)
        trace.add(html.unescape(reference[0]), reference.start(), len(reference[0]))
        position = reference.end()
    trace.add(text[position : attribute.end], position)
    line, column = line_and_column(text, max(0, trace.source))
    return trace.block(Place((), line, column), shown=shown, element=element)
