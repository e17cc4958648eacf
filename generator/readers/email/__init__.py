"""Mail: the subject and each body by itself, transfer encodings undone, the mails it answers left out."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.email.bodies import body, subject
from generator.readers.email.mime import envelope
from generator.readers.reading.decoding import decode
from generator.readers.reading.guard import Unreadable

SUFFIXES = frozenset({".eml"})
SIGNATURE = b""


def read(data: bytes, name: str) -> SourceText:
    """Subject, then the bodies in their order; a place says which (`12:5, text/html`)."""
    text, encoding = decode(data)
    mail = envelope(text)
    if mail.is_encrypted:
        raise Unreadable("the mail is encrypted")
    blocks = subject(text, mail)
    for part in mail.parts:
        blocks += body(text, part)
    return SourceText(name, "eml", tuple(blocks), text, encoding)
