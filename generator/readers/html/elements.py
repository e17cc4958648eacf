"""Which HTML elements part text, hide it, hold code or have no end."""

from __future__ import annotations

import re

from generator.readers.html.tokens import Attribute

_BLOCKS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu"
    " nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
    " title template noscript text"
)
_VOID = "area base br col embed hr img input link meta param source track wbr"
BLOCKS = frozenset(_BLOCKS.split())
VOID = frozenset(_VOID.split())
HIDDEN = frozenset({"template", "noscript"})
STRUCK = frozenset({"del", "s", "strike"})
"""What was said and is taken back."""
_NO_TEXT = frozenset({"script", "style", "pre", "xmp", "iframe", "noembed", "noframes", "math", "object", "canvas"})
SKIPPED = _NO_TEXT | STRUCK
CODE = frozenset({"code", "kbd", "samp", "var", "tt"})

_CLOSED_BY = {
    "p": BLOCKS - {"button", "label", "select", "option"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "option": frozenset({"option", "optgroup"}),
}
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_END_OF_COUNT = re.compile(r"data-(?:[a-z-]+-)?(?:to|target|count|countto|value|val|end|number|num|stop|final|goal)")
_COUNTED = re.compile(r"\s*[+-]?\d[\d.,'\s]*")
_LANGUAGE = frozenset({"lang", "xml:lang"})
_WHOLE = frozenset({"html", "body"})
_UNSEEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)", re.IGNORECASE)
_QUOTED_CLASS = re.compile(r"(?:^|\s)(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote)(?:\s|$)")


def closes_before(open_name: str, name: str) -> bool:
    """Whether HTML ends the element `open_name` by itself where `name` begins."""
    return name in _CLOSED_BY.get(open_name, ())


def is_hidden(text: str, found: list[Attribute]) -> bool:
    """Whether a tag's attributes hide what is inside."""
    for name, start, end in found:
        if name == "hidden":
            return True
        if name == "style" and _UNSEEN_STYLE.search(text, start, end):
            return True
        if name == "class" and _UNSEEN_CLASS.search(text[start:end]):
            return True
    return False


def is_block_by_style(text: str, found: list[Attribute]) -> bool:
    """Whether a tag's own style gives it lines of its own."""
    return any(name == "style" and _BLOCK_STYLE.search(text[start:end]) for name, start, end in found)


def count_of(text: str, found: list[Attribute]) -> tuple[int, int] | None:
    """Where an attribute has the number up to which a script counts: what stands in the element is where it begins."""
    for name, start, end in found:
        if name.startswith("data-") and _END_OF_COUNT.fullmatch(name) and _COUNTED.fullmatch(text, start, end):
            return start, end
    return None


def language_of(text: str, tag: str, found: list[Attribute]) -> str:
    """What a part of a page says of its own language."""
    return next((text[at.start : at.end] for at in found if at.name in _LANGUAGE and tag not in _WHOLE), "")


def is_quoted(text: str, tag: str, found: list[Attribute]) -> bool:
    """Whether a mail program put an earlier mail into this element."""
    for name, start, end in found:
        if name == "type" and tag == "blockquote" and text[start:end].lower() == "cite":
            return True
        if name == "class" and _QUOTED_CLASS.search(text[start:end]):
            return True
    return False
