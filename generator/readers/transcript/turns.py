"""Passages to turns, so that a message spoken over several captions is one text; each keeps its own time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.block import Block, Place, line_and_column
from generator.readers.reading.guard import Unreadable
from generator.readers.reading.trace import Trace
from generator.readers.transcript.asides import Numbered, Passage, asides_behind

MOST_IN_ALL = 20_000
"""A working day of captions."""
MOST_PASSAGES = 60
"""A monologue is cut after some minutes; the parts run on into each other."""


def turns(text: str, spoken: Iterable[Passage]) -> Iterator[Block]:
    """A block for each turn; `text` is the file, empty where the passages have no place in it."""
    spoken = list(spoken)
    if len(spoken) > MOST_IN_ALL:
        raise Unreadable(f"more than {MOST_IN_ALL:,} passages are spoken in it")
    turn: list[Numbered] = []
    trace = Trace()
    for number, passage in asides_behind(spoken):
        goes_on = bool(turn) and turn[-1][1].is_followed_by(passage)
        if turn and (not goes_on or len(turn) >= MOST_PASSAGES):
            yield from _block(text, turn, trace, joins=goes_on)
            turn = []
        turn.append((number, passage))
    if turn:
        yield from _block(text, turn, trace, joins=False)


def clock(seconds: float) -> str:
    """Hours, minutes and seconds as players show them: `0:12:31`."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _block(text: str, turn: list[Numbered], trace: Trace, *, joins: bool) -> Iterator[Block]:
    places = []
    for part, (number, passage) in enumerate(turn):
        if part:
            at = passage.pieces[0][1]
            trace.add(" ", at, 0 if at >= 0 else -1, part=part)
        for said, source, raw in passage.pieces:
            trace.add(said, source, raw, part=part)
        places.append(_place(text, passage, number))
    block = trace.block(*places, element="turn", speaker=turn[0][1].speaker)
    if block is not None:
        yield replace(block, joins_next=joins)


def _place(text: str, passage: Passage, number: int) -> Place:
    when = clock(passage.start) if passage.start >= 0 else f"passage {number}"
    words = (when, passage.speaker) if passage.speaker else (when,)
    source = passage.pieces[0][1]
    line, column = line_and_column(text, source) if source >= 0 and text else (0, 0)
    return Place(words, line, column, at=passage.start)
