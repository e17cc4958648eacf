"""Puts words into a mail as the part that they stand in is encoded; what stands around them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.readers.email.mime import envelope, is_signed

LONGEST = 76
"""Characters of a line of quoted-printable, the sign of the soft break included."""
SOFT_BREAK = re.compile(r"=[ \t]*(?:\r\n|\r|\n)")
FLOW_BREAK = re.compile(r"(?: |=20)(?:\r\n|\r|\n) ?")
"""What parts a line of text that flows inside of a word."""
_LINE_END = re.compile(r"(?:=[ \t]*)?(?:\r\n|\r|\n)\Z")
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
    """The mail after edits: where a line of quoted-printable became too long, its end moves on to the next line.

    A soft break is added only where a paragraph needs one line more than before.
    """
    old = set(before.splitlines(keepends=True))
    soft_break = "=\r\n" if "\r\n" in before else "=\n"
    for part in reversed(envelope(after).parts):
        if part.encoding == "quoted-printable":
            lines = after[part.start : part.end].splitlines(keepends=True)
            wrapped = "".join(_wrapped(lines, old, soft_break))
            after = after[: part.start] + wrapped + after[part.end :]
    return after


def _encoded(words: str, charset: str) -> bytes | None:
    try:
        return words.encode(charset)
    except (UnicodeError, LookupError):
        return None


def _wrapped(lines: list[str], old: set[str], soft_break: str) -> Iterator[str]:
    """The lines, those of `old` as they were unless the end of the one before moves into them."""
    moved = ""
    for line in lines:
        if not moved and line in old:
            yield line
            continue
        found = _LINE_END.search(line)
        end = found[0] if found else ""
        is_soft = end.startswith("=")
        *full, last = _cut(moved + line[: len(line) - len(end)], LONGEST - is_soft)
        yield "".join(one + (end if is_soft else soft_break) for one in full)
        moved = last if full and is_soft else ""
        yield "" if moved else last + end
    yield moved


def _cut(said: str, room: int) -> list[str]:
    """The text in lines, the last of which has room for what ends it."""
    cut = []
    while len(said) > room:
        cut.append(_beginning(said))
        said = said[len(cut[-1]) :]
    return [*cut, said]


def _beginning(said: str) -> str:
    """As much as a line holds beside a soft break."""
    taken = ""
    for piece in _WHOLE.findall(said):
        if taken and len(taken) + len(piece) >= LONGEST:
            break
        taken += piece
    return taken
