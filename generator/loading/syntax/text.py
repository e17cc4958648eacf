"""Reads a file as text, or says in plain words why it is none."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.location import Location

LARGEST = 6_000_000
"""Bytes of one content file; 5,000 records fill about four million."""


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a content file without its byte-order mark; empty with a problem where it is not readable."""
    if path.is_symlink() and not path.exists():
        said = f"this is a link to `{path.readlink().as_posix()}`, which is not there"
        return "", [_unreadable(file, said, "mend the link, or delete it")]
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            return "", [_unreadable(file, "this is a folder, and a file is meant by its name", _no_folder(path))]
        if not stat.S_ISREG(about.st_mode):  # reading a pipe would wait for ever
            return "", [_unreadable(file, "this is no file but a pipe or a device", _NO_FILE)]
        if about.st_size > LARGEST:
            return "", [_unreadable(file, f"the file is {about.st_size / 1e6:.0f} MB large", _SPLIT)]
        data = path.read_bytes()
    except OSError as error:
        return "", [_unreadable(file, f"the file cannot be opened: {error.strerror}", "check the file's permissions")]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "", [_unreadable(file, "the file is in UTF-32", _SAVE)]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_every_second_byte_empty(data[:8000]):
        return "", [_unreadable(file, "the file is in UTF-16", _SAVE)]
    if b"\x00" in data[:8000]:
        return "", [_unreadable(file, "the file is not text", "move it out of `content/`, or give it its right ending")]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        said = f"byte 0x{data[error.start]:02x} is not UTF-8; the file looks like Windows-1252"
        return "", [_unreadable(file, said, _SAVE, Location(file, line, column))]


def _is_every_second_byte_empty(data: bytes) -> bool:
    """As in UTF-16 without a byte-order mark, where nearly all letters of Europe have an empty half."""
    halves = (data[0::2], data[1::2])
    return any(half.count(0) > 0.9 * len(half) > 0 == other.count(0) for half, other in (halves, halves[::-1]))


def _no_folder(path: Path) -> str:
    keep = "take the ending off its name where it holds files of this area, or " * (path.suffix != ".csv")
    return f"{keep}delete it and bring the file back"


_NO_FILE = "take it out of `content/`, or give it another ending"
_SAVE = "save the file as UTF-8"
_SPLIT = "split it into a folder of smaller files of the same shape"


def _unreadable(file: str, message: str, cure: str, at: Location | None = None) -> Problem:
    return Problem("file-unreadable", Complaint(at or Location(file), message, help=cure))
