"""Makes the recorded calls as WebVTT: every line of the talk is a cue, with its speaker and a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .fill import TEXTS, text_of

_LINE = re.compile(r"(?:(\d+):(\d\d) )?(\w+): (.+)")
_WORDS_A_SECOND = 2.6
_BREATH = 0.35


@dataclass(frozen=True)
class _Cue:
    start: float
    end: float
    speaker: str
    text: str


def files() -> Iterator[tuple[str, bytes]]:
    for path in sorted((TEXTS / "calls").glob("*.txt")):
        yield f"calls/{path.stem}.vtt", _vtt(text_of(f"calls/{path.name}")).encode("utf-8")


def _vtt(talk: str) -> str:
    cues = _cues([_said(line) for line in talk.splitlines()])
    blocks = [f"{n}\n{_time(cue.start)} --> {_time(cue.end)}\n{_voice(cue)}\n" for n, cue in enumerate(cues, 1)]
    return "\n".join(["WEBVTT\n", "NOTE Recorded with consent. Names of the client are removed.\n", *blocks])


def _said(line: str) -> tuple[float | None, str, str]:
    found = _LINE.fullmatch(line)
    if not found:
        raise ValueError(f"no speaker in {line!r}")
    return (int(found[1]) * 60.0 + int(found[2]) if found[1] else None), found[3], found[4]


def _cues(said: list[tuple[float | None, str, str]]) -> Iterator[_Cue]:
    """Lines between two given times share the time between them by their number of words."""
    fixed = [n for n, line in enumerate(said) if line[0] is not None]
    for first, last in zip(fixed, [*fixed[1:], len(said)], strict=True):
        lengths = [len(text.split()) / _WORDS_A_SECOND + _BREATH for _, _, text in said[first:last]]
        clock = said[first][0] or 0.0
        until = said[last][0] if last < len(said) else None
        stretch = (until - clock) / sum(lengths) if until is not None else 1.0
        for (_, speaker, text), length in zip(said[first:last], lengths, strict=True):
            yield _Cue(clock, clock + length * stretch - 0.1, speaker, text)
            clock += length * stretch


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _voice(cue: _Cue) -> str:
    return f"<v {cue.speaker}>{cue.text}</v>"
