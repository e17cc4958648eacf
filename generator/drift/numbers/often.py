"""Reads how often a number counts in other words than `per year`: `annually`, `p.a.`, `every year`."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

_ADVERBS = {
    "hour": "hourly stündlich", "day": "daily täglich daglig", "week": "weekly wöchentlich ukentlig",
    "month": "monthly monatlich månedlig", "quarter": "quarterly vierteljährlich quartalsweise kvartalsvis",
    "year": "annually yearly jährlich årlig",
}  # fmt: skip
_TIMES = {adverb: time for time, adverbs in _ADVERBS.items() for adverb in adverbs.split()}
_OFTEN = re.compile(
    r"[^\S\x1e]+(?:(?P<p>p)\.[^\S\n]?(?P<a>a\b(?:\.(?!\s+(?-i:[A-ZÄÖÜÆØÅ])|\s*\Z))?)"
    rf"|(?P<each>each|every|hvert?|jede[nrs]?)\s+(?P<noun>[^\W\d_]+)|(?P<adverb>{'|'.join(_TIMES)})\b)",
    re.IGNORECASE,
)
"""In the next block it begins another sentence: `€49`, and below it `Every month we ship …`."""
_NEXT = re.compile(r"[\s-]*([^\W\d_]+)")


class Often(NamedTuple):
    """The characters of what says `per`, those of the time, and its name where one word is not the time itself."""

    mark: tuple[int, int]
    noun: tuple[int, int]
    name: str


def often(text: str, end: int) -> Often | None:
    """How often, right behind what ends there; `€49 monthly fee` goes on with what is paid."""
    found = _OFTEN.match(text, end)
    if found is None:
        return None
    if found["p"]:
        return Often(found.span("p"), found.span("a"), "year")
    if found["each"]:
        return Often(found.span("each"), found.span("noun"), "")
    following = _NEXT.match(text, found.end())
    if following and fold(following[1]) not in stop_words():
        return None
    start, end = found.span("adverb")
    return Often((start, start), (start, end), _TIMES[found["adverb"].lower()])
