"""Plain paragraphs with the place of each character; mail bodies use them too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.reading.trace import Trace

_END = re.compile(r"\r\n|\r|\n")
_BULLET = re.compile(r"[ \t]*(?:[•‣◦▪●*+–-]|\(?\d{1,3}[.)]|#\.)[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*([^\w\s])\1{2,}[ \t]*$")


class Words(NamedTuple):
    """A stretch of a file that is read, whether it is code, and whether a new paragraph starts there.

    `flows` says that the line is broken where the words are not: the next one goes on right behind it.
    """

    start: int
    end: int
    is_code: bool = False
    starts: bool = False
    flows: bool = False


def paragraphs(text: str, lines: Iterable[list[Words]] | None = None, *, element: str = "paragraph") -> Iterator[Block]:
    """Blocks of consecutive lines; a line that is empty, a rule or starts with a bullet parts them.

    `lines` are the stretches to read, a list for each line; without them whole lines are read.
    """
    trace, end, goes_on = Trace(), 0, False
    for words in _whole(text) if lines is None else lines:
        shown = [one for one in words if one.start < one.end]
        said = "".join(text[one.start : one.end] for one in shown)
        if goes_on and said.strip():
            trace.add(text[shown[0].start : shown[0].end], shown[0].start)
            end, goes_on = shown[0].end, shown[0].flows
            continue
        goes_on = False
        if not said.strip() or _RULE.match(said) or shown[0].starts or _BULLET.match(said):
            yield from _made(trace, text, element)
        if not said.strip() or _RULE.match(said):
            continue
        if trace.pieces:
            wrap = _END.search(text, end)
            trace.add("\n", wrap.start() if wrap else end, len(wrap[0]) if wrap else 0)
        bullet = _BULLET.match(said)
        skipped = bullet.end() if bullet and len(shown) == 1 else len(said) - len(said.lstrip())
        for one in shown:
            cut = min(skipped, one.end - one.start)
            skipped -= cut
            trace.add(text[one.start + cut : one.end], one.start + cut, code=one.is_code)
        end, goes_on = shown[-1].end, shown[-1].flows
    yield from _made(trace, text, element)


def line_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Start and end of each line of `text[start:end]`, without its ending and the byte order mark."""
    end = len(text) if end is None else end
    ends = list(_END.finditer(text, start, end))
    starts = [start + text.startswith("\ufeff", start), *(found.end() for found in ends)]
    return list(zip(starts, [*(found.start() for found in ends), end], strict=True))


def _whole(text: str) -> Iterator[list[Words]]:
    for start, end in line_spans(text):
        yield [Words(start, start + len(text[start:end].rstrip()))]


def _made(trace: Trace, text: str, element: str) -> Iterator[Block]:
    if trace.pieces:
        line, column = line_and_column(text, max(0, trace.source))
        block = trace.block(Place((), line, column), shown=Shown.OPEN, element=element)
        if block is not None:
            yield block
