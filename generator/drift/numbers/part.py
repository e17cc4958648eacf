"""Reads parts of a whole: `2½`, `two and a half`, `an hour and a half`, `half of all`."""

from __future__ import annotations

import re
import unicodedata

_GAP = r"(?:[\s,…–-]+(?:u+h+|u+h?m+|e+rm?|eh|ø+h+))*[\s,…–-]+"
"""Between the words of a number, with what speakers say while they look for the next: `two, uh, and a half`."""
AND_HALF = rf"{_GAP}(?:and{_GAP}an?{_GAP}half|og{_GAP}e[nt]{_GAP}halvt?)\b"
SPANS = "second|minute|hour|day|week|month|year"
KINDS_OF_TIME = "working|business|banking|trading|calendar|full|whole"
KIND_OF_TIME = f"(?:{KINDS_OF_TIME})"
HALF = re.compile(AND_HALF, re.IGNORECASE)
_SPAN = re.compile(rf"an?\s+(?P<span>{SPANS}){AND_HALF}", re.IGNORECASE)

BEFORE_ONE = "|".join(rf"(?<=\b{word}\s)" for word in ("in", "within", "under", "than", "about", "least", "most"))
ONE_SPAN = (
    rf"(?:{BEFORE_ONE})an?(?=\s(?:{KIND_OF_TIME}\s)?(?:{SPANS})\b"
    r"(?![-'’]|\s(?:of|ago|before|after|later|earlier|and\s+an?)\b))"
)
"""`in an hour` is `in 1 hour`; without such a word before it, `a day` mostly says how often."""
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "halvparten": 2, "hälfte": 2,
}  # fmt: skip
_PART = r"(?:an?|one|two|three)(?:-|\s+)(?:third|quarter|fifth|sixth|eighth|tenth)s?"
_FEWER = (
    "fewer|less|more|lower|higher|shorter|longer|faster|quicker|slower|cheaper|smaller|larger|bigger|greater|lighter"
)
SHARED = (
    rf"(?:(?:an?\s+)?(?<!first )(?<!second )(?<!other )half|{_PART})"
    r"(?=\s+of\s+(?!an?\b|one\b|the\s+(?:way|time|year|hour|day|century)\b)[^\W\d])"
    rf"|(?=[aot])(?<!\bin )(?<!\bper )(?<!\bwithin ){_PART}(?=\s+(?:{_FEWER})\b)"
    rf"|(?<=\bby )(?:half|{_PART})\b"
    r"(?=\s*(?:[.,;:!?)\n\x00\x1e]|\Z)|\s+(?:in|on|with|within|over|from|for|at|and|or|while|when|since|after|during|through"
    r"|to|this|last|every|each|compared)\b)"
    r"|halvparten(?=\s+av\s+(?!tiden\b))"
    r"|(?=d)(?<!\bin )(?:die|der)\s+H(?:ä|a\u0308)lfte"
    r"(?=\s+(?:aller|der|des|unser\w*|ihre\w*|seine\w*|von|weniger|mehr)\b)(?!\s+der\s+Zeit\b)"
)
"""Parts of all: `half of all clients`, `cut by a third`, `a quarter fewer`, but not `a quarter of an hour` and
`by a third party`."""
_COUNTS = {"two": 2, "three": 3}

FRACTION = r"\s*[½¼¾⅓⅔]|(?:-|\s+)(?:[13]/4|1/2|[12]/3)(?![\d/])|" + AND_HALF
"""What may follow digits and adds a part to them: `2½`, `2 1/2`, `2 and a half`."""
_SIGNS_OF_PARTS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}

_FRACTION = re.compile(FRACTION, re.IGNORECASE)


def split_part(text: str) -> tuple[str, float]:
    """The digits of the whole, and the value of the part behind them: `2` and one half for `2½`."""
    part = _FRACTION.search(text)
    return (text[: part.start()], _part(part[0])) if part else (text, 0.0)


def _part(written: str) -> float:
    """The value of what stands behind the whole in `2½`, `2 1/2` and `2 and a half`."""
    if one := re.search(r"(\d)/(\d)", written):
        return int(one[1]) / int(one[2])
    return _SIGNS_OF_PARTS.get(written.strip(), 1 / 2)


def share(text: str) -> float:
    """The part that words name: one half for `half`, two thirds for `two thirds`; 0 for any others."""
    words = re.split(r"[\s-]+", unicodedata.normalize("NFC", text.lower()))
    whole = _PARTS.get(words[-1].removesuffix("s")) if len(words) <= 2 else None
    return _COUNTS.get(words[0], 1) / whole if whole else 0.0


def span(text: str) -> str:
    """The unit within the words of a number: `hour` in `an hour and a half`."""
    found = _SPAN.match(text)
    return found["span"].lower() if found else ""
