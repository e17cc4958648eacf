"""Puts words into a mail as the part that they stand in is encoded; what stands around them stays as it is."""

from __future__ import annotations

import re

from generator.readers.email.mime import envelope, is_signed

LONGEST = 76
"""Characters of a line of quoted-printable, the sign of the soft break included."""
SOFT_BREAK = re.compile(r"=[ \t]*(?:\r\n|\r|\n)")
_WHOLE = re.compile(r"\{\{[^{}\r\n]{1,60}\}\}|=[0-9A-Fa-f]{2}|.", re.DOTALL)
"""What a soft break must not part: a merge field, the three signs of a byte, a letter."""


def spelled(text: str, encoding: str, at: int, words: str) -> str | None:
    """The words as the mail spells them at that offset, None where they cannot be written there.

    `encoding` is the file's own. A mail with a signed part is not to be touched: the signature would no longer hold.
    """
    if is_signed(text):
        return None
    mail = envelope(text)
    part = next((part for part in mail.parts if part.start <= at < part.end), None)
    if part is None:
        return words if words.isascii() and at < mail.header_end else None
    data = _encoded(words, part.charset)
    if data is None:
        return None
    if part.encoding == "quoted-printable":
        return "".join(chr(byte) if 32 <= byte < 127 and byte != ord("=") else f"={byte:02X}" for byte in data)
    if words.isascii():
        return words
    return words if part.encoding in {"8bit", "binary"} and data == _encoded(words, encoding) else None


def rewrapped(before: str, after: str) -> str:
    """The mail after edits, with soft breaks where a line of quoted-printable has become too long."""
    old = set(before.splitlines(keepends=True))
    soft_break = "=\r\n" if "\r\n" in before else "=\n"
    for part in reversed(envelope(after).parts):
        if part.encoding == "quoted-printable":
            lines = after[part.start : part.end].splitlines(keepends=True)
            wrapped = "".join(line if line in old else _wrapped(line, soft_break) for line in lines)
            after = after[: part.start] + wrapped + after[part.end :]
    return after


def _encoded(words: str, charset: str) -> bytes | None:
    try:
        return words.encode(charset)
    except (UnicodeError, LookupError):
        return None


def _wrapped(line: str, soft_break: str) -> str:
    said = line.rstrip("\r\n")
    if len(said) <= LONGEST:
        return line
    lines = [""]
    for piece in _WHOLE.findall(said):
        if len(lines[-1]) + len(piece) >= LONGEST:
            lines.append("")
        lines[-1] += piece
    return soft_break.join(lines) + line[len(said) :]
