"""Sets aside what listeners put in while somebody speaks on: `mhm` parts no sentence of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PAUSE_SECONDS = 5.0
"""Speakers breathe for up to two seconds within a sentence."""
MOST_WORDS = 3
"""Of a listener within a sentence; who says more takes the word."""

NOISE = (
    r"\[[^\[\]\n]{1,40}\]|[♪♫][^♪♫\n]{0,200}[♪♫]"
    r"|(?i:\((?:laughs|laughter|laughing|chuckles|sighs|coughs|pause|applause|music|inaudible|unintelligible|crosstalk"
    r"|ler|latter|uhørlig|pause|lacht|lachen|unverständlich)[^()\n]{0,30}\))"
)
"""What whoever or whatever writes a call down notes of it, and nobody says: `[laughs]`, `(inaudible)`."""
_LISTENS = re.compile(
    r"m+h?m*|h+m+|mhmm|u[hm]+|huh|a+h|aha|oh|ok|okay|yes|yeah|yep|yup|right|sure|exactly|true|great|nice|good|wow|cool"
    r"|i|see|got|it|of|course|makes|sense|absolutely|definitely|indeed"
    r"|ja|jo|joda|nettopp|akkurat|riktig|skjønner|klart|bra|greit|fint|jaha|genau|klar|stimmt|verstehe|gut|richtig|oui|sí"
)
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said at once: pieces of text, each with its offset in the file and its characters there (-1: none)."""

    pieces: tuple[tuple[str, int, int], ...]
    start: float = -1.0
    end: float = -1.0
    speaker: str = ""

    @property
    def text(self) -> str:
        """Its words, without their places."""
        return "".join(said for said, _, _ in self.pieces)

    def is_followed_by(self, other: Passage) -> bool:
        """Whether the same person says both, without a pause between."""
        pause = other.start - self.end if other.start >= 0 and self.end >= 0 else 0.0
        return self.speaker == other.speaker and pause < PAUSE_SECONDS


Numbered = tuple[int, Passage]
"""A passage with its number in the file."""


def asides_behind(spoken: Iterable[Passage]) -> Iterator[Numbered]:
    """The passages, those of listeners behind what they listened to."""
    main: Passage | None = None
    held: list[Numbered] = []
    for number, passage in enumerate(spoken, 1):
        if main and main.speaker != passage.speaker and _only_listens(passage, main):
            held.append((number, passage))
            continue
        if main is None or not main.is_followed_by(passage):
            yield from held
            held = []
        main = passage
        yield number, passage
    yield from held


def _only_listens(passage: Passage, main: Passage) -> bool:
    """Whether somebody shows that they listen, or puts a word or two into an open sentence; both have to be named."""
    words = _WORD.findall(passage.text.casefold())
    if not words or not (passage.speaker and main.speaker):
        return False
    is_open = _SENTENCE_END.search(main.text) is None
    return all(map(_LISTENS.fullmatch, words)) or (is_open and len(words) <= MOST_WORDS)
