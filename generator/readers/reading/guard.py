"""Opens a file with care: no links out of the folder, no endless or empty files, nothing under a false name."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

MOST_BYTES = 100_000_000
"""A deck with pictures has 5 to 50 MB; a larger file is mostly video."""
MOST_TEXT_BYTES = 10_000_000
"""The longest handbook measured has 9 MB of prose."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_KNOWN = (
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"%PDF-", "a PDF"),
    (OLD_OFFICE, "an old binary Office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

UNWRITTEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Signs in names of files that no report can hold: line breaks and others that steer a terminal, and halves of signs,
which stand for bytes that are not UTF-8."""


class Unreadable(Exception):  # noqa: N818
    """A source cannot be read; the message is the cause, in plain words, for `source-unreadable`."""


def load(path: Path, *, root: Path | None = None) -> bytes:
    """The bytes of a regular file of bearable size that lies below `root`."""
    if cannot_be_written(path.name):
        raise Unreadable("its name has a sign that cannot be written; rename the file")
    try:
        real = path.resolve(strict=True)
        if root is not None and not real.is_relative_to(root.resolve()):
            raise Unreadable("it is a link that leads out of the folder")
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is not a file")
        if status.st_size > MOST_BYTES:
            raise Unreadable(_too_big(status.st_size, MOST_BYTES))
        with real.open("rb") as file:
            return file.read(MOST_BYTES)
    except FileNotFoundError:
        raise Unreadable("there is no such file") from None
    except (OSError, RuntimeError) as error:
        if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:  # as a loop is told by release of Python
            raise Unreadable("it is a link that leads back to itself") from None
        raise Unreadable(f"it cannot be opened: {(error.strerror or str(error)).lower()}") from None


def cannot_be_written(name: str) -> bool:
    """Whether a report could not hold the name of a file as it is."""
    return UNWRITTEN.search(name) is not None


def check_content(data: bytes, suffix: str, signature: bytes) -> None:
    """Raise where the bytes are not what the suffix promises."""
    if not data.strip():
        raise Unreadable("the file is empty")
    if signature:
        _check_binary(data, suffix, signature)
    elif len(data) > MOST_TEXT_BYTES:
        raise Unreadable(_too_big(len(data), MOST_TEXT_BYTES))
    elif other := next((what for start, what in _KNOWN if data.startswith(start)), ""):
        raise Unreadable(f"it is named `{suffix}`, but is {other}")
    elif b"\0" in data[:4096] and not data.startswith(_UTF_16):
        raise Unreadable(f"it is named `{suffix}`, but is not text")


def _check_binary(data: bytes, suffix: str, signature: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unreadable(_too_big(len(data), MOST_BYTES))
    if signature in data[:1024]:
        return
    if data.startswith(OLD_OFFICE) and _ENCRYPTED in data:
        raise Unreadable("it is protected by a password")
    other = next((what for start, what in _KNOWN if data.startswith(start)), "")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not other and head.startswith((b"<!doctype html", b"<html")):
        other = "a web page"
    raise Unreadable(f"it is named `{suffix}`, but is {other or f'not a {suffix[1:].upper()} file'}")


def _too_big(size: int, most: int) -> str:
    return f"it has {size / 1e6:.0f} MB, more than the {most / 1e6:.0f} MB that are read"
