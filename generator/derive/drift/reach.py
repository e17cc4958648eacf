"""Finds the characters of a file in which words of a block stand, where they stand there side by side."""

from __future__ import annotations

from generator.model.block import Block, SourceText
from generator.readers.email.write import FLOW_BREAK, SOFT_BREAK


def reach_of(source: SourceText, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the characters in the file, if they stand there side by side."""
    if start == end:
        before = reach_of(source, block, start - 1, start) if start else None
        return (before[1], before[1]) if before else None
    first = after = -1
    for span in block.spans:
        if span.start >= end or span.start + span.length <= start:
            continue
        low, high = max(start, span.start), min(end, span.start + span.length)
        if span.source < 0 or (after >= 0 and not _beside(source, after, span.source)):
            return None
        whole = (low, high) == (span.start, span.start + span.length)
        if span.raw != span.length and not whole:
            return None
        begin = span.source + (low - span.start if span.raw == span.length else 0)
        if after >= 0 and not _beside(source, after, begin):
            return None
        first = begin if first < 0 else first
        after = begin + (high - low if span.raw == span.length else span.raw)
    return (first, after) if first >= 0 else None


def _beside(source: SourceText, one: int, other: int) -> bool:
    """Whether nothing lies between two offsets but a line of a mail that is broken for transfer."""
    if one == other:
        return True
    breaks = (SOFT_BREAK, FLOW_BREAK) if source.format == "eml" else ()
    return any(one_break.fullmatch(source.text, one, other) for one_break in breaks)
