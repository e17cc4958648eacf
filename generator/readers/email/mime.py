"""The parts of a mail with their offsets in the file, which the standard library's parser does not keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import HeaderParser
from enum import StrEnum

from generator.readers.reading.guard import Unreadable

MOST_DEPTH = 20
MOST_PARTS = 300
MOST_OF_A_HEADER = 200_000
MOST_OF_A_FIELD = 8_000
"""Characters of a header and of one of its fields that are read; the library needs hundreds of bytes for each."""
_FIELD_END = re.compile(r"\r\n(?![ \t])|\n(?![ \t])|\r(?![ \t\n])")
_BODY = re.compile(r"\r\n\r\n|\n\n|\r\r")
_HEADER = re.compile(
    r"(?:from|to|subject|date|mime-version|received|message-id|content-type|return-path):", re.IGNORECASE
)
_SIGNED = re.compile(r"^content-type:\s*multipart/signed\b", re.IGNORECASE | re.MULTILINE)
_READ = frozenset({"text/plain", "text/html"})


class Flow(StrEnum):
    """What a space at the end of a line of plain text says (RFC 3676)."""

    NONE = "none"
    KEPT = "kept"
    """That the paragraph goes on in the next line; the space parts two words."""
    DELETED = "deleted"
    """The same, but the space is no part of the text: the line may be broken inside of a word."""


@dataclass(frozen=True, slots=True)
class Part:
    """A body: `text[start:end]` of the file, encoded for transfer as `encoding` says."""

    type: str
    charset: str
    encoding: str
    start: int
    end: int
    flow: Flow


@dataclass(frozen=True, slots=True)
class Envelope:
    """A mail's header (up to `header_end` in the file), and its bodies."""

    header: EmailMessage
    header_start: int
    header_end: int
    parts: tuple[Part, ...]
    is_encrypted: bool


def is_signed(text: str) -> bool:
    """Whether any part of a mail is signed, also one that is passed on."""
    return _SIGNED.search(text) is not None


def envelope(text: str) -> Envelope:
    """Raises `Unreadable` where the file is no mail."""
    start = 1 if text.startswith("\ufeff") else 0
    if not any(_HEADER.match(line) for line in text[start : start + 20_000].splitlines()[:60]):
        raise Unreadable("it is named `.eml`, but is not a mail")
    header, body = _header(text, start, len(text))
    parts = _parts(text, header, body, len(text), [])
    encrypted = header.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}
    return Envelope(header, start, body, tuple(parts), encrypted)


def _header(text: str, start: int, end: int) -> tuple[EmailMessage, int]:
    """A header and where the body after it starts."""
    if text.startswith(("\n", "\r"), start):
        return EmailMessage(), start
    found = _BODY.search(text, start, end)
    stop = found.start() if found else end
    fields = _FIELD_END.split(text[start:stop][:MOST_OF_A_HEADER])
    message = HeaderParser(policy=policy.default).parsestr("\n".join(field[:MOST_OF_A_FIELD] for field in fields))
    return message, found.end() if found else end


def _parts(text: str, header: EmailMessage, start: int, end: int, visited: list[int], depth: int = 0) -> Iterator[Part]:
    """The bodies in a part; `visited` counts all parts, however they are nested."""
    visited.append(start)
    if len(visited) > MOST_PARTS:
        raise Unreadable(f"it has more than {MOST_PARTS} parts")
    kind, charset, encoding, boundary = _about(header)
    if kind.startswith("multipart/") and boundary and depth < MOST_DEPTH:
        for inner_start, inner_end in _between(text, boundary, start, end):
            yield from _parts(text, *_header(text, inner_start, inner_end), inner_end, visited, depth + 1)
    elif kind in _READ:
        yield Part(kind, charset, encoding, start, end, _flow(header))


def _about(header: EmailMessage) -> tuple[str, str, str, str]:
    """Type, character set, transfer encoding, boundary; a type that is not read for attachments."""
    try:
        if header.get_content_disposition() == "attachment":
            return "attachment", "", "", ""
        encoding = str(header.get("content-transfer-encoding", "7bit")).strip().lower()
        return header.get_content_type(), header.get_content_charset("utf-8"), encoding, header.get_boundary("") or ""
    except (MessageError, ValueError, LookupError, IndexError, AttributeError, TypeError):
        # The library stumbles over some broken headers; such a part is taken as plain text.
        return "text/plain", "utf-8", "7bit", ""


def _flow(header: EmailMessage) -> Flow:
    try:
        if str(header.get_param("format")).lower() != "flowed":
            return Flow.NONE
        return Flow.DELETED if str(header.get_param("delsp")).lower() == "yes" else Flow.KEPT
    except (MessageError, ValueError, LookupError, AttributeError, TypeError):
        return Flow.NONE


def _between(text: str, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = re.compile(rf"(?:^|(?<=[\r\n]))--{re.escape(boundary)}(--)?[ \t]*(?:\r\n|\r|\n|$)")
    opened = -1
    for found in line.finditer(text, start, end):
        if opened >= 0:
            yield opened, found.start()
        opened = found.end()
        if found[1]:
            return
    if opened >= 0:
        yield opened, end
