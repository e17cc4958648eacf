"""Pages inside of a page: an iframe holds one, entities and all, in its attribute `srcdoc`."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generator.model.block import Block, Place, Shown, Span, line_and_column
from generator.readers.html.attributes import REFERENCE
from generator.readers.reading.guard import Unreadable
from generator.readers.reading.trace import MOST_PIECES, TOO_MANY_PIECES

MOST_DEEP = 3
"""Pages within pages; more is an attack."""
ELEMENT = "iframe"
"""First word of what each block in such a page is called: `iframe h1`."""

ReadText = Callable[[str], tuple[Block, ...]]


def embedded(text: str, start: int, end: int, read: ReadText, *, hidden: bool) -> list[Block]:
    """The blocks of the page that `text[start:end]` spells, each at its place in `text`."""
    spelled = _Spelled()
    position = start
    for reference in REFERENCE.finditer(text, start, end):
        spelled.add(text[position : reference.start()], position)
        spelled.add(html.unescape(reference[0]), reference.start(), len(reference[0]))
        position = reference.end()
    spelled.add(text[position:end], position)
    return [_placed(block, text, spelled, hidden=hidden) for block in read("".join(spelled.texts))]


@dataclass(slots=True)
class _Spelled:
    """A decoded text: where each of its pieces starts, and which characters of the source it is."""

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    sources: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, source: int, raw: int | None = None) -> None:
        if len(self.texts) > MOST_PIECES:
            raise Unreadable(TOO_MANY_PIECES)
        if text:
            self.texts.append(text)
            self.starts.append(self.length)
            self.sources.append((source, len(text) if raw is None else raw))
            self.length += len(text)

    def span(self, span: Span) -> list[Span]:
        """A span of the decoded text, in the source; several where an entity lies inside."""
        if span.raw != span.length:
            first, after = self.at(span.source)[0], self.at(span.source + span.raw - 1)[1]
            return [replace(span, source=first, raw=after - first)]
        found: list[Span] = []
        at, left = span.source, span.length
        while left:
            number = bisect_right(self.starts, at) - 1
            size = min(left, self.starts[number] + len(self.texts[number]) - at)
            source, after = self.at(at)[0], self.at(at + size - 1)[1]
            found.append(
                replace(span, start=span.start + span.length - left, length=size, source=source, raw=after - source)
            )
            at, left = at + size, left - size
        return found

    def at(self, offset: int) -> tuple[int, int]:
        """Start and end in the source of what spells one decoded character."""
        number = bisect_right(self.starts, offset) - 1
        source, raw = self.sources[number]
        if raw != len(self.texts[number]):
            return source, source + raw
        return source + offset - self.starts[number], source + offset - self.starts[number] + 1


def _placed(block: Block, text: str, spelled: _Spelled, *, hidden: bool) -> Block:
    spans = tuple(one for span in block.spans for one in spelled.span(span))
    line, column = line_and_column(text, spans[0].source)
    shown = Shown.HIDDEN if hidden and block.shown is Shown.OPEN else block.shown
    element = block.element if block.element.startswith(ELEMENT) else f"{ELEMENT} {block.element}"
    return replace(block, spans=spans, places=(Place((), line, column),), shown=shown, element=element)
