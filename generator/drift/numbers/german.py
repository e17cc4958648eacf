"""German numbers in words: `vierzig`, `zweiundvierzig`, `zweihundertzwanzig`; one before a time: `eines Werktags`."""

from __future__ import annotations

import re

_DIGITS = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}
_TEENS = {
    "zehn": 10, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
    "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
"""Without `elf`, which English has as well."""
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_ONES = {"ein": 1, **_DIGITS}
GERMAN = _ONES | _TEENS | _TENS | {
    f"{one}und{ten}": unit + value for ten, value in _TENS.items() for one, unit in _ONES.items()
}  # fmt: skip
_SIMPLE = {**GERMAN, "elf": 11, "ein": 1, "eins": 1} | {f"eine{ending}": 1 for ending in ("", "n", "m", "r", "s")}
_TO_99 = rf"(?:(?:(?:{'|'.join(_ONES)})und)?(?:{'|'.join(_TENS)})|{'|'.join(_TEENS)}|elf|{'|'.join(_ONES)}s?)"
_TO_999 = rf"(?:{'|'.join(_ONES)})?hundert(?:und)?{_TO_99}?"
_COMPOUND = (
    rf"(?:{_TO_999}|{_TO_99})tausend(?:und)?(?:{_TO_999}|{_TO_99})?|tausend(?:und)?(?:{_TO_999}|{_TO_99})"
    rf"|(?:{'|'.join(_ONES)})hundert(?:und)?{_TO_99}?|hundert(?:und)?{_TO_99}"
)
_UNITS = (
    r"(?=\s+(?:(?:Werk|Arbeits)?tag(?:e?s)?|Stunde|Minute|Sekunde|Woche|Monat(?:e?s)?|Quartal(?:e?s)?|Jahr(?:e?s)?)\b)"
)
_HALF = rf"(?:eine?[nms]?\s+)?halbe[nrs]?{_UNITS}"
SPELLED_GERMAN = (
    rf"(?:{_COMPOUND}|(?:(?:{'|'.join(_ONES)})und)?(?:{'|'.join(_TENS)})|{'|'.join(_TEENS)}|{'|'.join(_DIGITS)})\b"
    rf"|{_HALF}|eine?[nmrs]?{_UNITS}"
    r"|ein(?=\s+(?:Drittel|Viertel|Fünftel|Sechstel|Achtel|Zehntel)\b)"
)
_PARTS = re.compile(r"(?:(?P<thousands>.*)tausend(?:und)?)?(?:(?P<hundreds>\w*)hundert(?:und)?)?(?P<rest>\w*)")


def german_value(word: str) -> int:
    """The value of a word as Germans write numbers, in one: 220 for `zweihundertzwanzig`; 0 for any other word."""
    found = _PARTS.fullmatch(word)
    if found is None or not ("hundert" in word or "tausend" in word):
        return _SIMPLE.get(word, 0)
    thousands, hundreds, rest = found["thousands"], found["hundreds"], found["rest"]
    value = 0 if thousands is None else 1000 * (german_value(thousands) or 1)
    value += 0 if hundreds is None else 100 * (_SIMPLE.get(hundreds, 0) or 1)
    return value + _SIMPLE.get(rest, 0)
