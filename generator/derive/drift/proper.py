"""Says whether a word to avoid is part of the name of something else: `Call Centre World`."""

from __future__ import annotations

import re

from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold
from generator.drift.result import Spot
from generator.drift.wording import Term
from generator.model.block import Block

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[ \t\u00a0]+([A-ZÆØÅÄÖÜ]\w*)")
_LAST = re.compile(r"(?P<word>[A-ZÆØÅÄÖÜ][\w-]*)[ \t\u00a0]+\Z")
_BEGINS = re.compile(r"(?:\A|[.!?…:;]\s|\n)\W*\Z")
_SMALL = re.compile(
    r"an?|the|and|but|n?or|as|at|by|for|from|in|into|of|off|on|onto|over|per|s|than|to|up|via|vs|with|without"
)
"""Words that keep lower case in a headline."""
_LEADS_ON = re.compile(r"(?:[A-ZÆØÅÄÖÜ][\w-]+[ \t\u00a0]+[A-ZÆØÅÄÖÜ][\w-]+,|\b[A-Z]+[a-z]+[A-Z]\w*)[ \t\u00a0]+\Z")
"""A person whose job it is, `Anna Berg, Bookkeeper`, or a maker: `QuickBooks Timesheets`."""
_ENTRIES = frozenset({"li", "td", "th", "cell", "dt", "dd"})
LONGEST = 4
"""So many words in capitals are a name where names are listed, not a headline."""
_EDITION = re.compile(r"(?:[ \t\u00a0]+[A-ZÆØÅÄÖÜ]\w*)+[ \t\u00a0]+(?:19|20)\d\d\b")


def is_part_of_a_name(block: Block, spot: Spot, term: Term) -> bool:
    """Whether capitals beside the word go on with its own, but in a headline whose words all have them.

    Words before it that begin the sentence, or only lead up to it, need not belong to it: `Our Hotline`.
    """
    text = block.text
    words = _WORD.findall(text, spot.start, spot.end)
    if not words or not words[-1][0].isupper():
        return False
    if _EDITION.match(text, spot.end) or _LEADS_ON.search(text, 0, spot.start):
        return True
    if block.element in _ENTRIES and len(words) < len(_WORD.findall(text)) <= LONGEST and not _has_lower_case(text):
        return True
    if not _has_lower_case(text[: spot.start] + text[spot.end :]):
        return False
    if _NEXT.match(text, spot.end):
        return True
    before = _LAST.search(text[: spot.start])
    if before is None or any(word[:1].isupper() for word in term.use.split()):
        return False
    return fold(before["word"]) not in stop_words() and not _BEGINS.search(text[: before.start()])


def _has_lower_case(text: str) -> bool:
    """Whether words have lower case that have capitals in headlines, so that capitals say something."""
    return any(word.islower() and not _SMALL.fullmatch(word) for word in _WORD.findall(text))
