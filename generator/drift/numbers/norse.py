"""Norwegian numbers in words: `førti`, `fire av ti`."""

from __future__ import annotations

_DIGITS = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9}
_TEENS = {
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "atten": 18, "nitten": 19,
}  # fmt: skip
_TENS = {
    "tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90,
}  # fmt: skip
NORSE = {"en": 1, "én": 1, "et": 1, "ett": 1} | _DIGITS | _TEENS | _TENS | {
    tens + ones: value + unit
    for tens, value in _TENS.items()
    for ones, unit in {"en": 1, "én": 1, "ett": 1, **_DIGITS}.items()
}  # fmt: skip

_UNIT_AHEAD = (
    rf"(?=(?:\s+(?:eller|til)\s+(?:\d+|{'|'.join(_DIGITS)}|ti))?(?:[‑-]|\s+)(?:prosent|ganger|kroner|av"
    r"|(?:tre(?:dje)?|fire|fjerde|fem(?:te)?|seks|sjette|åtte(?:nde)?|ti(?:ende)?)del(?:er)?"
    r"|(?:(?:virke|arbeids)?dag(?:er)?|timer?|minutt(?:er)?|uker?|måned(?:er)?|kvartal(?:er)?|år)s?)\b)"
)
_TEN = rf"(?:{'|'.join(_TENS)})(?:en|én|ett|{'|'.join(_DIGITS)})?"
NORSE_SURE = rf"{_TEN}|fem|seks|sju|syv|åtte|{'|'.join(word for word in _TEENS if word != 'ti')}"
_TO_99 = rf"(?:{_TEN}|{'|'.join((*_TEENS, *_DIGITS))})"
_REST = rf"(?:(?:og)?(?:{_TO_99}|én|ett|en)|\s+(?:og\s+)?{_TO_99})"
_HUNDREDS = rf"(?:(?:ett|{'|'.join(_DIGITS)})[\s-]?)?hundre"
_COMPOUND = (
    rf"(?:(?:{_HUNDREDS}{_REST}|{_HUNDREDS}|{_TO_99}|ett)[\s-]?)?"
    rf"tusen(?:(?:\s+(?:og\s+)?)?{_HUNDREDS}{_REST}?|{_REST})|{_HUNDREDS}{_REST}"
)
"""`to hundre og tjue`, `tohundreogtjue`, `ett tusen to hundre`."""
CLOSED_NORSE = r"(?<=\w)(?=(?:hundre|tusen|million|milliard))|(?:(?<=hundre)(?!d)|(?<=tusen))(?:og)?(?=\w)"
"""Where such a word is parted into those of its numbers."""
_SCALED = r"(?:-|\s*)(?:hundre|tusen|million(?:er)?|milliard(?:er)?)\b"
SPELLED_NORSE = (
    rf"(?:{_COMPOUND})\b|(?:en\s+halv|et\s+halvt)(?=\s+(?:time|dag|døgn|år)\b)"
    rf"|(?:{NORSE_SURE})(?:{_SCALED}|\b)|(?:ett?|[eé]n|to|tre|fire|ni|ti)(?:{_SCALED}|{_UNIT_AHEAD})"
    rf"|(?:hundre|tusen){_UNIT_AHEAD}|(?<=\bav )(?:to|tre|fire|ni|ti)\b"
)
"""Norwegian; what is also a word of another language (`fire`, `to`) only before a unit, or after `av` (`ni av ti`)."""
