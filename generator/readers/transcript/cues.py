"""Captions (VTT, SRT): the words under each time, and who says them, by a tag or a name before a colon."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.readers.reading.guard import Unreadable
from generator.readers.text.paragraphs import line_spans
from generator.readers.transcript.asides import NOISE, Passage

_CLOCK = r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIME = re.compile(rf"{_CLOCK}[ \t]*-->{_CLOCK}")
_TAG = r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}"
_NOT_SAID = re.compile(rf"{_TAG}|{NOISE}|&(?:#\w{{1,8}}|[a-zA-Z]{{2,31}});")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>\n]{1,120})>")
_NAME = re.compile(
    rf"(?:{_TAG})*[ \t]*(?:>>[ \t]*|-[ \t]+)?"
    r"\[?([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}(?: \([^)\n]{1,40}\))?)\]?:"
    rf"(?:{_TAG})*[ \t]+"
)
FEWEST_TIMES = 2
"""A name before a colon counts when it comes so often; `Note: …` in a sentence does not.
Where most of the cues begin with a name, one who speaks but once counts too."""

MOST_LINES = 50_000
"""Each line at least a second: more than half a day of talk."""

Line = tuple[int, int]


def cues(text: str) -> list[Passage]:
    """The passages of a caption file, in its order."""
    found = list(_timed(text))
    if sum(len(lines) for _, lines in found) > MOST_LINES:
        raise Unreadable(f"more than {MOST_LINES:,} lines are spoken in it")
    names = Counter(name[1] for _, lines in found for start, end in lines if (name := _NAME.match(text, start, end)))
    fewest = 1 if 2 * sum(names.values()) > len(found) else FEWEST_TIMES
    known = frozenset(name for name, times in names.items() if times >= fewest and name[0].isupper())
    spoken: list[Passage] = []
    before: list[str] = []
    speaker = ""
    for times, lines in found:
        # Live captions roll: each shows the last line of the one before again.
        fresh = [(start, end) for start, end in lines if text[start:end].strip() not in before or len(lines) == 1]
        for part in (part for line in fresh for part in _by_voice(text, line)):
            passage, speaker = _passage(text, part, speaker, known)
            if passage.pieces:
                spoken.append(replace(passage, start=times[0], end=times[1]))
        before = [text[start:end].strip() for start, end in lines]
        speaker = speaker if _VOICE.search(text, lines[0][0], lines[-1][1]) is None else ""
    return spoken


def _timed(text: str) -> Iterator[tuple[tuple[float, float], list[Line]]]:
    """Each time with the lines under it, up to the next empty line."""
    times: tuple[float, float] | None = None
    lines: list[Line] = []
    for start, end in [*line_spans(text), (len(text), len(text))]:
        if time := _TIME.match(text, start, end):
            times, lines = (_seconds(time, 1), _seconds(time, 5)), []
        elif times is not None and not text[start:end].strip():
            if lines:
                yield times, lines
            times, lines = None, []
        elif times is not None:
            lines.append((start, end))


def _seconds(time: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (time[group] or "0" for group in range(first, first + 4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


def _by_voice(text: str, line: Line) -> Iterator[Line]:
    """A line in parts, a new one where a tag says that somebody else speaks."""
    start, end = line
    for voice in _VOICE.finditer(text, start, end):
        if text[start : voice.start()].strip():
            yield start, voice.start()
            start = voice.start()
    yield start, end


def _passage(text: str, line: Line, speaker: str, known: frozenset[str]) -> tuple[Passage, str]:
    """What a line says, and who speaks at its end."""
    start, end = line
    if voice := _VOICE.search(text, start, end):
        speaker = voice[1].strip()
    elif (name := _NAME.match(text, start, end)) and name[1] in known:
        speaker, start = name[1], name.end()
    return Passage(tuple(_pieces(text, start, end)), speaker=speaker), speaker


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    position = start
    for found in _NOT_SAID.finditer(text, start, end):
        yield from _piece(text, position, found.start())
        position = found.end()
        if found[0].startswith("&"):
            yield html.unescape(found[0]), found.start(), len(found[0])
    yield from _piece(text, position, end)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    if start < end:
        yield text[start:end], start, end - start
