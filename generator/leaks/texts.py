"""The texts inside a text: as it is seen, as it is written, and what is written in escapes or packed into letters."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

KEPT = 2**14
"""Pieces that are remembered; more than a page has, so that what all pages have in common is read once."""
DEEP = 3
"""Escapes within escapes that are undone: a page in data in an attribute has three."""

_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rb|rt|ruby|s|samp|small|span|strike|strong|"
    r"sub|sup|time|tspan|tt|u|var|wbr|[a-z]+-[a-z0-9-]+)\b[^<>]*>|<!--[^<>]*-->",
    re.I,
)
"""Within a word, as the browser shows it."""
_TAG = re.compile(r"<[^<>]*>")
_PLAIN = re.compile(r"</?[a-z][\w-]*\s*/?>", re.I)
"""A tag within what was an attribute, which is a tag itself."""
_BETWEEN_WORDS = re.compile(rf"\w(?:{_INLINE.pattern})+\w", re.I)
_QUOTED = re.compile(r"=\s*(?:\"[^\"<>]*[<>][^\"]*\"|'[^'<>]*[<>][^']*')")
"""An attribute with a sign that otherwise ends a tag."""
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_DRAWN = re.compile(r"\b(?:d|points|viewBox)=\"[MLHVCSQTAZmlhvcsqtaze\d\s.,+-]*\"")
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,5})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\(\r?\n)|\\[nrt]")
_ADDED = re.compile(r"([\"'`])\s*\+\s*[\"'`]")
_LETTERS = re.compile(r"(?<![\w+/-])[\w+/-]{24,}(?:\r?\n[\w+/-]+)*", re.A)
_BLANK = re.compile(r"\s*\n\s*")


def texts_in(text: str) -> Iterator[str]:
    """Without the tags, as it is seen; with them, for what stands in attributes and comments; and undone."""
    pieces = _pieces(text)
    if "<" in text:
        yield _lines(map(_without_tags, pieces))
    yield _lines(map(_with_tags, pieces))
    yield _lines(map(_otherwise, pieces))


def packed_in(text: str) -> Iterator[bytes]:
    """What is written in the letters of base64 or in pairs of figures, where it is text again, or packed once more."""
    for piece in _pieces(text):
        yield from _packed(piece)


def _pieces(text: str) -> list[str]:
    """The text, cut where a line ends in a tag: none goes on from there, and no word does."""
    *ended, last = text.split(">\n")
    return [*(f"{piece}>" for piece in ended), last]


@lru_cache(maxsize=KEPT)
def _without_tags(piece: str) -> str:
    return _trimmed(html.unescape(_TAG.sub(" ", _INLINE.sub("", _CDATA.sub(" ", piece)))))


@lru_cache(maxsize=KEPT)
def _with_tags(piece: str) -> str:
    return _trimmed(_undone(_DRAWN.sub(" ", piece)))


@lru_cache(maxsize=KEPT)
def _otherwise(piece: str) -> str:
    """Words that only a style keeps apart, as those of a drawing, those beside odd tags, and what is escaped twice."""
    found = [html.unescape(_TAG.sub(" ", piece))] if _BETWEEN_WORDS.search(piece) else []
    if _QUOTED.search(piece):
        found.append(_without_tags(_QUOTED.sub("", piece)))
    before = piece
    for depth in range(DEEP):
        after = _undone(before)
        if after == before:
            break
        if depth:
            found.append(after)
        if after.count("<") > before.count("<"):
            found += [_without_tags(after), _PLAIN.sub(" ", _INLINE.sub("", after))]
        before = after
    return _trimmed("\n".join(found))


@lru_cache(maxsize=KEPT)
def _packed(piece: str) -> tuple[bytes, ...]:
    found = (_unpacked("".join(match[0].split())) for match in _LETTERS.finditer(html.unescape(piece)))
    return tuple(data for data in found if data)


def _unpacked(letters: str) -> bytes:
    """Nothing where it is only a long name: that gives bytes which are no text."""
    for ways in (bytes.fromhex, _of_base64):
        try:
            data = ways(letters)
        except (ValueError, binascii.Error):
            continue
        if data.startswith((b"\x1f\x8b", b"PK\x03\x04")) or _is_text(data):
            return data
    return b""


def _of_base64(letters: str) -> bytes:
    return base64.b64decode(letters.replace("-", "+").replace("_", "/") + "=" * (-len(letters) % 4))


def _is_text(data: bytes) -> bool:
    """In one byte a letter or in two."""
    try:
        text = data.rstrip(b"\0").replace(b"\0", b"").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter.isspace() for letter in text)


def _undone(text: str) -> str:
    """One layer of escapes: those of HTML, of scripts and data, and of addresses."""
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPED.sub(_character, text)
    if "%" in text:
        text = unquote(text, errors="ignore")
    return _ADDED.sub("", text) if "+" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    return chr(int(code, 16)) if code else "" if match[4] else "\n"


def _trimmed(text: str) -> str:
    """Without lines that say nothing, of which a page has more than others."""
    return _BLANK.sub("\n", text).strip()


def _lines(pieces: Iterable[str]) -> str:
    return "\n".join(filter(None, pieces))
