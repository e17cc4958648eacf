"""PowerPoint: slide by slide, shape by shape, with notes, alt text, charts, SmartArt, hidden slides and masters."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.pptx.deck import deck
from generator.readers.reading.package import Package

SUFFIXES = frozenset({".pptx", ".pptm", ".ppsx", ".ppsm", ".potx"})
SIGNATURE = b"PK"


def read(data: bytes, name: str) -> SourceText:
    """Slides in their order, then masters and layouts once, then the properties."""
    return SourceText(name, "pptx", deck(Package.opened(data)))
