"""Passages to turns, so that a message spoken over several captions is one text; each keeps its own time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.model.block import Block, Place, line_and_column
from generator.readers.reading.trace import Trace

PAUSE_SECONDS = 5.0
"""Speakers breathe for up to two seconds within a sentence."""
MOST_PASSAGES = 60
"""A monologue is cut after some minutes; the parts run on into each other."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said at once: pieces of text, each with its offset in the file and its characters there (-1: none)."""

    pieces: tuple[tuple[str, int, int], ...]
    start: float = -1.0
    end: float = -1.0
    speaker: str = ""


@dataclass(slots=True)
class _Turn:
    passages: list[Passage] = field(default_factory=list)

    def goes_on(self, passage: Passage) -> bool:
        last = self.passages[-1]
        pause = passage.start - last.end if passage.start >= 0 and last.end >= 0 else 0.0
        return last.speaker == passage.speaker and pause < PAUSE_SECONDS


def turns(text: str, spoken: Iterable[Passage]) -> Iterator[Block]:
    """A block for each turn; `text` is the file, empty where the passages have no place in it."""
    turn = _Turn()
    trace = Trace()
    for number, passage in enumerate(spoken, 1):
        goes_on = bool(turn.passages) and turn.goes_on(passage)
        if turn.passages and (not goes_on or len(turn.passages) >= MOST_PASSAGES):
            yield from _block(text, turn, trace, number - len(turn.passages), joins=goes_on)
            turn = _Turn()
        turn.passages.append(passage)
        last = number
    if turn.passages:
        yield from _block(text, turn, trace, last - len(turn.passages) + 1, joins=False)


def clock(seconds: float) -> str:
    """Hours, minutes and seconds as players show them: `0:12:31`."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _block(text: str, turn: _Turn, trace: Trace, first: int, *, joins: bool) -> Iterator[Block]:
    places = []
    for part, passage in enumerate(turn.passages):
        if part:
            at = passage.pieces[0][1]
            trace.add(" ", at, 0 if at >= 0 else -1, part=part)
        for said, source, raw in passage.pieces:
            trace.add(said, source, raw, part=part)
        places.append(_place(text, passage, first + part))
    block = trace.block(*places, element="turn", speaker=turn.passages[0].speaker)
    if block is not None:
        yield replace(block, joins_next=joins)


def _place(text: str, passage: Passage, number: int) -> Place:
    when = clock(passage.start) if passage.start >= 0 else f"passage {number}"
    words = (when, passage.speaker) if passage.speaker else (when,)
    source = passage.pieces[0][1]
    line, column = line_and_column(text, source) if source >= 0 and text else (0, 0)
    return Place(words, line, column, at=passage.start)
