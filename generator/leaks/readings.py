"""All that can be read in a file of a site: what is seen, what stands in attributes and comments, what is packed."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from generator.readers import read_bytes

PICTURES = frozenset({".woff", ".woff2", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".avif"})
"""Without words that a machine can read."""
DOCUMENTS = frozenset({".docx", ".pptx", ".pdf"})
KEPT = 2**14
"""Pieces that are remembered; more than a page has, so that what all pages have in common is read once."""

_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tspan|u|wbr)\b[^<>]*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_DRAWN = re.compile(r"\b(?:d|points|viewBox|transform|width|height|integrity)=(?:\"[^\"]*\"|'[^']*')")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\[nrt](?![a-z])")
_PACKED = re.compile(r"base64,([A-Za-z0-9+/=]{24,})")
_BLANK = re.compile(r"\s*\n\s*")
_FOLD = re.compile(r"\r?\n[ \t]")


def readings(name: str, data: bytes) -> Iterator[str]:
    """The texts of a file, one after the other; the same words may come more than once."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in DOCUMENTS:
        yield "\n".join(block.text for block in read_bytes(data, name).blocks)
    if suffix in PICTURES:
        return
    packed = _unpacked(name, data)
    if packed is not None:
        for inner, content in packed:
            yield from readings(inner, content)
        return
    text = data.decode("utf-8", errors="ignore")
    if suffix in (".json", ".map", ".webmanifest"):
        yield from _json(text)
    yield from _text(_FOLD.sub("", text) if suffix in (".ics", ".vcf") else text)


def _unpacked(name: str, data: bytes) -> list[tuple[str, bytes]] | None:
    """The files inside; None where it is not packed or cannot be opened."""
    try:
        if data.startswith(b"\x1f\x8b"):
            return [(name.removesuffix(".gz"), gzip.decompress(data))]
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as files:
                return [(member, files.read(member)) for member in files.namelist()]
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return None
    return None


def _json(text: str) -> Iterator[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return
    for said in _strings(found):
        if "<" in said or "&" in said:
            yield from _text(said)
        else:
            yield said


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from node
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _text(text: str) -> Iterator[str]:
    """Without the tags, as it is seen, and with them, for what stands in attributes and comments."""
    pieces = _pieces(text)
    if "<" in text:
        yield _lines(map(_without_tags, pieces))
    if "&lt;" in text:  # pages inside a feed or an attribute
        yield _lines(_without_tags(html.unescape(piece)) for piece in pieces)
    raw = _lines(map(_with_tags, pieces))
    yield unquote(raw, errors="ignore") if "%" in raw else raw
    for match in _PACKED.finditer(raw):
        yield from _decoded(match[1])


def _pieces(text: str) -> list[str]:
    """The text, cut where a line ends in a tag: none goes on from there, and no word does."""
    *ended, last = text.split(">\n")
    return [*(f"{piece}>" for piece in ended), last]


@lru_cache(maxsize=KEPT)
def _without_tags(piece: str) -> str:
    return _trimmed(html.unescape(_TAG.sub(" ", _INLINE.sub("", piece))))


@lru_cache(maxsize=KEPT)
def _with_tags(piece: str) -> str:
    raw = html.unescape(_DRAWN.sub(" ", piece))
    return _trimmed(_ESCAPED.sub(_character, raw) if "\\" in raw else raw)


def _trimmed(text: str) -> str:
    """Without lines that say nothing, of which a page has more than others."""
    return _BLANK.sub("\n", text).strip()


def _lines(pieces: Iterable[str]) -> str:
    return "\n".join(filter(None, pieces))


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else " "


def _decoded(packed: str) -> Iterator[str]:
    try:
        yield from _text(base64.b64decode(packed).decode("utf-8", errors="ignore"))
    except binascii.Error:
        return
