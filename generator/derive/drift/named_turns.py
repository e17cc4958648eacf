"""Cuts a call that was written down as text, `Noor: …`, into what each person says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.block import Block, Mark, Span

_NAME = re.compile(
    r"^[ \t]*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]*[-–]?[ \t]*)?"
    r"([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}(?: \([^)\n]{1,40}\)| \d{1,2}(?=:?[ \t]+[\[(]?\d{1,2}:))?)"
    r"(?::[ \t]+|:?[ \t]+[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?:?[ \t]*$)",
    re.MULTILINE,
)
"""A name at the start of a line, behind a time or with one behind it: `[00:12] Noor Ali: …`, `Speaker 1  0:01`."""
FEWEST_TIMES = 2
"""A name that comes once is one where most paragraphs begin with a name; `Note: …` in a text is none."""


def with_speakers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks cut where somebody takes the word, with who speaks; none where nobody is named.

    Who speaks goes on speaking in the paragraphs below, up to the next name.
    """
    found = [list(_NAME.finditer(block.text)) for block in blocks]
    times = Counter(name[1] for names in found for name in names)
    is_dialogue = 2 * sum(map(bool, found)) > len(blocks)
    known = {name for name, count in times.items() if name[0].isupper() and (is_dialogue or count >= FEWEST_TIMES)}
    return tuple(_cut(blocks, [[name for name in names if name[1] in known] for names in found])) if known else ()


def _cut(blocks: Sequence[Block], found: list[list[re.Match[str]]]) -> Iterator[Block]:
    speaker = ""
    for block, names in zip(blocks, found, strict=True):
        ends = [*(name.start() for name in names), len(block.text)]
        for start, end, who in zip([0, *(name.end() for name in names)], ends, ["", *names], strict=True):
            speaker = who[1] if isinstance(who, re.Match) else speaker
            said = block.text[start:end]
            first = start + len(said) - len(said.lstrip())
            if said.strip():
                yield replace(_part(block, first, first + len(said.strip())), speaker=speaker)


def _part(block: Block, start: int, end: int) -> Block:
    """The characters `start` to `end` of a block as a block."""
    if (start, end) == (0, len(block.text)):
        return block
    spans = []
    for span in block.spans:
        first, after = max(start, span.start), min(end, span.start + span.length)
        if first < after:
            literal = span.raw == span.length and span.source >= 0
            source = span.source + (first - span.start if literal else 0)
            spans.append(Span(first - start, after - first, source, after - first if literal else span.raw, span.part))
    marks = tuple(
        Mark(max(start, mark.start) - start, min(end, mark.end) - start, mark.kind)
        for mark in block.marks
        if mark.start < end and start < mark.end
    )
    return replace(block, text=block.text[start:end], spans=tuple(spans), marks=marks, joins_next=False)
