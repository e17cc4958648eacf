"""Says whether a place in a text is prose of its author's: neither read by a program nor marked as somebody else's."""

from __future__ import annotations

import re

from generator.model.block import Block, SourceText, source_range
from generator.readers.html.elements import VOID

_COMMENT = re.compile(r"(?:\w+ )*comment")
_SHOWN_DATA = frozenset({"name", "headline", "description", "abstract", "text", "slogan", "caption"})
"""Keys of JSON-LD whose strings are read by people; others are codes, or what somebody else says."""
_JSON_LD = "json-ld "
_SET_ASIDE = ("blockquote", "q", "cite")
_WHOLE = frozenset({"html", "body"})
"""Not translated as a whole, a page is still the author's to change."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_UNTRANSLATED = re.compile(r"\btranslate\s*=\s*[\"']?no\b|\bclass\s*=\s*[^>]*\bnotranslate\b", re.IGNORECASE)
_QUOTED_LINE = re.compile(r"[ \t]*(?:[-*+] |\d+[.)] )?[ \t]*>")
_JOINED_BEFORE = re.compile(r"[$/\\=_{\[%<&~|]\Z|\S:\Z|::\s?\Z")
_JOINED_AFTER = re.compile(r"[/\\=_({]")
_HEADING = re.compile(r"h[1-6]")
_NOT_IN_SLUG = re.compile(r"[^\w\s-]")


def is_prose(source: SourceText, block: Block, start: int, end: int) -> bool:
    """Whether people read it as the author's own words: no comment, code of a catalogue, quotation or proper title."""
    if _COMMENT.fullmatch(block.element) or block.element in _SET_ASIDE:
        return False
    key = block.element.rpartition(_JSON_LD)[2] if _JSON_LD in block.element else ""
    if key and key not in _SHOWN_DATA:
        return False
    at = source_range(block, start, end)
    if at is None or source.format == "text":
        return True
    line = source.text[source.text.rfind("\n", 0, at[0]) + 1 : at[0]]
    if source.format == "markdown" and _QUOTED_LINE.match(line):
        return False
    return not _is_set_aside(source.text, at[0])


def is_joined(text: str, start: int, end: int) -> bool:
    """Whether signs make it part of a path, a variable or a directive: `$hotline`, `hotline/x`."""
    return bool(_JOINED_BEFORE.search(text, max(0, start - 3), start) or _JOINED_AFTER.match(text, end))


def is_read_elsewhere(source: SourceText, block: Block, start: int, end: int) -> bool:
    """Whether something else in the file hangs on `source.text[start:end]`: a link to the heading, a counter."""
    if source.format == "markdown" and _HEADING.fullmatch(block.element):
        slug = re.sub(r"\s+", "-", _NOT_IN_SLUG.sub("", block.text.strip()).casefold())
        return re.search(rf"#{re.escape(slug)}(?![\w-])", source.text, re.IGNORECASE) is not None
    opened = source.text.rfind("<", 0, start)
    figure = source.text[start:end].strip()
    if source.format != "html" or opened < 0 or not figure[:1].isdigit():
        return False
    tag = _TAG.match(source.text, opened)
    return bool(tag and tag.end() <= start and re.search(rf"=\s*[\"']?{re.escape(figure)}(?![\w.])", tag[3]))


def _is_set_aside(text: str, at: int) -> bool:
    """Whether an element that is open there quotes, names a work, or is not even to be translated."""
    opened: list[tuple[str, bool]] = []
    for tag in _TAG.finditer(text, 0, at):
        name = tag[2].casefold()
        if name in VOID or name in _WHOLE:
            continue
        if not tag[1]:
            opened.append((name, name in _SET_ASIDE or _UNTRANSLATED.search(tag[3]) is not None))
        elif name in {each for each, _ in opened}:
            while opened.pop()[0] != name:
                pass
    return any(aside for _, aside in opened)
