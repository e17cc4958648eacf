"""Whether a stream of a PDF is a bomb, found before anybody unpacks it."""

from __future__ import annotations

import contextlib
import re
import zlib

MOST_UNPACKED = 25_000_000
"""Bytes of one stream; the drawings of a full page have 1 MB. Counted first, so that no clock decides."""
MOST_RATIO = 1032
"""Deflate packs no better than this: a short stream cannot be too long."""

_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
_UNREAD = re.compile(rb"/Subtype\s*/Image\b|/Type\s*/EmbeddedFile\b")
_ATTACHED = re.compile(rb"/EF\s*<<[^>]{0,80}?/U?F\s+(\d+)\s")


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether a stream is a bomb. Pictures and attachments are left out: nobody unpacks them to read a text."""
    attached = set(_ATTACHED.findall(data))
    for found in _STREAM.finditer(data):
        begin = max(0, data.rfind(b"obj", 0, found.start()))
        about = data[begin : found.start()]
        if attached.intersection(data[max(0, begin - 24) : begin].split()[-2:-1]):
            continue
        end = data.find(b"endstream", found.end())
        packed = memoryview(data)[found.end() : end if end >= 0 else len(data)]
        if len(packed) * MOST_RATIO > MOST_UNPACKED and not _UNREAD.search(about) and _unpacked(packed):
            return True
    return False


def _unpacked(packed: memoryview) -> bool:
    """Whether it has more than the most bytes, of which no more than a piece is held at a time."""
    unpacker, length, given = zlib.decompressobj(), 0, bytes(packed)
    with contextlib.suppress(zlib.error):
        while given and not unpacker.eof and length <= MOST_UNPACKED:
            length += len(unpacker.decompress(given, 1 << 20))
            given = unpacker.unconsumed_tail
    return length > MOST_UNPACKED
