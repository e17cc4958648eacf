"""Undoes transfer encodings: what a body says, and where in the file each character of it stands."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from array import array
from dataclasses import dataclass

from generator.model.block import Span
from generator.readers.email.mime import Part
from generator.readers.reading.decoding import decode
from generator.readers.reading.guard import Unreadable

_QUOTED = re.compile(r"=(?:([0-9A-Fa-f]{2})|[ \t]*(?:\r\n|\r|\n))|[ \t]+(?=\r|\n|$)")
_LETTERS = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_LONG = 40
"""Letters in a row that are no word: lines of base64 have 76."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_BASE64 = "it is said to be in base64, but is not"
_STATEFUL = ("iso2022", "utf_7", "hz")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as read. Character `i` stands at `starts[i]` to `ends[i]` of the file; empty where that cannot be said."""

    text: str
    starts: array[int]
    ends: array[int]

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The spans of a block in this text as spans in the file."""
        return tuple(moved for span in spans for moved in self._moved(span))

    def _moved(self, span: Span) -> list[Span]:
        if not self.starts:
            return [Span(span.start, span.length)]
        if span.raw != span.length:
            start = self.starts[min(span.source, len(self.starts) - 1)]
            end = self.ends[span.source + span.raw - 1] if span.raw else start
            return [Span(span.start, span.length, start, end - start)]
        return self._runs(span)

    def _runs(self, span: Span) -> list[Span]:
        """Characters that stand as they are, in runs; each encoded one by itself."""
        runs: list[Span] = []
        for offset in range(span.length):
            start, end = self.starts[span.source + offset], self.ends[span.source + offset]
            last = runs[-1] if runs else None
            if last and end - start == 1 and last.raw == last.length and last.source + last.raw == start:
                runs[-1] = Span(last.start, last.length + 1, last.source, last.raw + 1)
            else:
                runs.append(Span(span.start + offset, 1, start, end - start))
        return runs


def undone(text: str, part: Part) -> Decoded:
    """The body of a part that is quoted-printable or base64; raises `Unreadable` where it cannot be decoded."""
    if part.encoding == "base64":
        return Decoded(_base64(text[part.start : part.end], part.charset), array("q"), array("q"))
    data, starts, ends = _quoted_printable(text, part.start, part.end)
    said, encoding = decode(bytes(data), part.charset)
    if _codec(encoding).startswith(_STATEFUL):
        return Decoded(said, array("q"), array("q"))
    widths = [1 if character.isascii() else len(character.encode(encoding)) for character in said]
    first, last, position = array("q"), array("q"), 0
    for width in widths:
        first.append(starts[position])
        last.append(ends[position + width - 1])
        position += width
    return Decoded(said, first, last)


def _quoted_printable(text: str, start: int, end: int) -> tuple[bytearray, array[int], array[int]]:
    """Bytes, and where in the text each starts and ends."""
    data, starts, ends, position = bytearray(), array("q"), array("q"), start
    for found in _QUOTED.finditer(text, start, end):
        _plain(text, position, found.start(), data, starts, ends)
        position = found.end()
        if found[1]:
            data.append(int(found[1], 16))
            starts.append(found.start())
            ends.append(position)
    _plain(text, position, end, data, starts, ends)
    return data, starts, ends


def _plain(text: str, start: int, end: int, data: bytearray, starts: array[int], ends: array[int]) -> None:
    said = text[start:end]
    if said.isascii():
        data += said.encode("ascii")
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
        return
    for offset, character in enumerate(said, start):
        encoded = character.encode("utf-8", "replace")
        data += encoded
        starts.extend([offset] * len(encoded))
        ends.extend([offset + 1] * len(encoded))


def _base64(said: str, charset: str) -> str:
    """Raises `Unreadable` where it is none, or is broken off within a letter; a line that a list adds is left out."""
    lines = said.split()
    count = next((at for at, line in enumerate(lines) if not _LETTERS.fullmatch(line)), len(lines))
    if lines and (not count or any(len(line) >= _LONG and _LETTERS.fullmatch(line) for line in lines[count:])):
        raise Unreadable(_NO_BASE64)
    letters = "".join(lines[:count]).rstrip("=")
    try:
        text = decode(base64.b64decode(letters + "=" * (-len(letters) % 4)), charset)[0]
    except (binascii.Error, ValueError):
        raise Unreadable(_NO_BASE64) from None
    if _NO_TEXT.search(text):
        raise Unreadable(_NO_BASE64)
    return text


def _codec(encoding: str) -> str:
    return codecs.lookup(encoding).name.replace("-", "_")
