"""Bytes to text so that nothing is lost on the way back: `text.encode(encoding)` gives the bytes again."""

from __future__ import annotations

import codecs

from generator.readers.reading.guard import Unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MOST_LINES = 300_000
"""A handbook of 9 MB has half as many."""
_NOT_TEXT = frozenset({"base64", "hex", "rot13", "zlib", "bz2", "uu", "quopri", "idna", "punycode", "undefined"})


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Text and encoding; raises `Unreadable` where it has too many lines."""
    if data.count(b"\n") + data.count(b"\r") > 2 * MOST_LINES or max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        raise Unreadable(f"it has more than {MOST_LINES:,} lines")
    return decode_all(data, declared)


def decode_all(data: bytes, declared: str = "") -> tuple[str, str]:
    """Text and encoding, of any length. UTF-8 before what the file declares, since a declaration is more often wrong
    than valid UTF-8 is an accident; Windows' Western set after it, as browsers do. Plain ASCII is all of these: the
    declared set then says which characters the file can hold.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _attempt(data, encoding) or (data.decode("latin-1"), "latin-1")
    known = _known(declared)
    if known and data.isascii() and _attempt(data, known) == (data.decode("ascii"), known):
        return data.decode("ascii"), known
    for encoding in ("utf-8", known, "cp1252"):
        if encoding and (done := _attempt(data, encoding)):
            return done
    return data.decode("latin-1"), "latin-1"


def _attempt(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
        return (text, encoding) if text.encode(encoding) == data else None
    except (UnicodeError, ValueError):
        return None


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip().isascii() else ""
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_TEXT else name
