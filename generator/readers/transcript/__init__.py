"""Transcripts of calls: VTT, SRT, and the JSON of recording tools; who said what and when, put together to turns."""

from __future__ import annotations

from generator.model.block import SourceText
from generator.readers.reading.decoding import decode
from generator.readers.reading.guard import Unreadable
from generator.readers.transcript.cues import cues
from generator.readers.transcript.passages import passages
from generator.readers.transcript.turns import turns

SUFFIXES = frozenset({".vtt", ".srt", ".json"})
SIGNATURE = b""


def read(data: bytes, name: str) -> SourceText:
    """One block for each turn: what one person says until another does or there is a pause."""
    text, encoding = decode(data)
    if name.lower().endswith(".json"):
        return SourceText(name, "transcript", tuple(turns("", passages(text))))
    spoken = cues(text)
    if not spoken:
        raise Unreadable("there is no line with a time (`00:00:01.000 --> 00:00:04.000`) in it")
    return SourceText(name, "transcript", tuple(turns(text, spoken)), text, encoding)
