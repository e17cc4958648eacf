"""Mail: the subject and each body by itself, transfer encodings undone, the mails it answers left out."""

from __future__ import annotations

from dataclasses import replace

from generator.model.block import SIGNED, Place, SourceText
from generator.readers.email.bodies import body, subject
from generator.readers.email.mime import envelope, is_signed
from generator.readers.reading.decoding import decode
from generator.readers.reading.guard import Unreadable

SUFFIXES = frozenset({".eml"})
SIGNATURE = b""


def read(data: bytes, name: str) -> SourceText:
    """Subject, then the bodies in their order; a place says which (`12:5, text/html`), and whether it is signed."""
    text, encoding = decode(data)
    mail = envelope(text)
    if mail.is_encrypted:
        raise Unreadable("the mail is encrypted")
    blocks = subject(text, mail)
    gaps: list[str] = []
    for part in mail.parts:
        try:
            blocks += body(text, part)
        except Unreadable as cause:
            gaps.append(f"its body in {part.type}: {cause}")
    if gaps and len(gaps) == len(mail.parts):
        raise Unreadable("; ".join(gaps))
    if is_signed(text):
        blocks = [replace(block, places=tuple(map(_signed, block.places))) for block in blocks]
    return SourceText(name, "eml", tuple(blocks), text, encoding, gaps=tuple(gaps))


def _signed(place: Place) -> Place:
    return replace(place, words=(*place.words, SIGNED))
