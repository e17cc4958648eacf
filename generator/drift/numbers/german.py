"""German numbers in words: `vierzig`, `zweiundvierzig`."""

from __future__ import annotations

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
SPELLED_GERMAN = (
    rf"(?:(?:(?:{'|'.join(_ONES)})und)?(?:{'|'.join(_TENS)})|{'|'.join(_TEENS)}|{'|'.join(_DIGITS)}"
    r"|ein(?=\s+(?:Drittel|Viertel|Fünftel|Sechstel|Achtel|Zehntel)\b))\b"
)
