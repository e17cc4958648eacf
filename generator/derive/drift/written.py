"""Spells words as their place in a file needs it: entities in a page, backslashes in Markdown, bytes in a mail."""

from __future__ import annotations

import html
import re

from generator.derive.drift.read_back import FRONT_MATTER
from generator.derive.drift.spelled import held
from generator.model.block import Block, Shown, SourceText
from generator.readers.email.write import spelled

_CELLS = frozenset({"td", "th"})
"""Within these a `|` would begin the next one."""


def written(source: SourceText, block: Block, new: str, at: int) -> str | None:
    """The words as this place of the file spells them; None where that is not safe to say."""
    if source.format != "eml":
        words = _marked_up(source.format, block, new)
        return None if words is None else held(words, source.encoding, entities=_has_entities(source.format, block))
    words = _marked_up("html" if "text/html" in block.places[0].words else "text", block, new)
    return None if words is None else spelled(source.text, source.encoding, at, words)


def _marked_up(format_: str, block: Block, new: str) -> str | None:
    if format_ == "html":
        if block.element.startswith("json-ld"):
            return None if set(new) & set('"\\<&') else new
        if block.element.startswith("iframe "):  # spelled twice: as a page, and as the attribute that holds it
            return None if set(new) & set("\"'<>&") else new
        return html.escape(new, quote=block.shown is not Shown.OPEN)
    if format_ == "markdown":
        if block.element.startswith(FRONT_MATTER):
            return None if set(new) & set("\"'\\") else new
        return re.sub(r"([\\`*_\[\]<|])" if block.element in _CELLS else r"([\\`*_\[\]<])", r"\\\1", new)
    return new


def _has_entities(format_: str, block: Block) -> bool:
    """Whether `&rsquo;` stands for a character there."""
    if format_ == "html":
        return not block.element.startswith("json-ld")
    return format_ == "markdown" and not block.element.startswith(FRONT_MATTER)
