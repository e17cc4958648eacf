"""Reads the numbers in a text as value, unit and qualifier, and leaves years, versions and list numbers alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drift.numbers.figure import (
    DURATIONS,
    MAGNITUDE,
    SPELLED,
    UNIT,
    magnitude,
    readings,
    spelled,
    unit_name,
)
from generator.drift.numbers.joined import as_one, as_share, percent
from generator.drift.numbers.measure import Rate, attached, measure, rate
from generator.drift.numbers.part import FRACTION, share, span
from generator.drift.numbers.qualifier import AFTER, bound_before, qualifier_after, qualifier_before
from generator.drift.reading.commonness import stop_words

_VALUE = (
    r"\d{1,3}(?:[,.'’_\u00a0\u202f\u2009 ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,]\d+)?|\.\d+"
)
_CURRENCY = r"(?:US\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|NOK|SEK|DKK)\s|\bkr\.?(?=\s?\d))"
_MINUS = "-‐‑–−"
_SIGN = rf"(?:(?<![\w)\]%°/+±])[{_MINUS}+](?=[\d.$€£¥₹])|(?<!plus or )(?<![/+±])\b(?:minus|plus)\s+)?"
"""A sign stands right before its digits and after nothing that could make it a hyphen or a range, or is a word."""
_BULLET = re.compile(r"[\n\x00\x1e][ \t]*[-‐‑–]\Z")
"""What may be the mark of a list as well: `⏎–40 countries`."""
_SKIP = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d])"  # dates
    r"|\d+(?:\.\d+){2,}\w*"  # 1.9.1
    r"|\d+\.\d+(?=\s(?:release|version)s?\b)"
    r"|\d{1,2}:\d{2}(?::\d{2})?"  # times
    r"|\d+/\d+(?!\sof\b)"  # 24/7
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\#\d+|\[\d{1,3}\]"
    r"|^[ \t]*\d{1,3}[.)](?=\s)"  # list markers
    r"|\b(?:step|figure|table|section|chapter|page|slide|version|v|no\.|part|item|phase)\s*\d+(?:\.\d+)*\b"
)
_ONE = rf"(?:(?:{_VALUE})(?:{FRACTION})?|[½¼¾⅓⅔])(?:{MAGNITUDE})?|(?:{SPELLED})"
_MAY_START = r"(?=[\d#\[$€£¥₹½¼¾⅓⅔+‐‑–−-]|\.\d|(?<!\w)[^\W\dj-lq-rw-y]|(?<!\w)k|^[ \t])"
"""Passes over most places at once: no number begins within a word."""
_QUANTITY = re.compile(
    rf"{_MAY_START}(?:(?P<skip>{_SKIP})"
    rf"|(?P<between>(?:between|mellom)\s+)?(?P<sign>{_SIGN})(?:(?P<money>{_CURRENCY})\s?)?(?<![\w.])(?P<low>{_ONE})(?P<lowunit>{UNIT})?"
    rf"(?:(?:\s?[-‐‑–—]\s?|\s+(?(between)(?:and|to|og)|(?:to|bis|til))\s+)(?P<sign2>[{_MINUS}+]|(?:minus|plus)\s+)?(?P<money2>{_CURRENCY})?(?P<high>{_ONE}))?"
    rf"(?P<unit>{UNIT})?(?P<after>{AFTER})?(?P<late>(?<=\+){UNIT})?)",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = r"[^\W\d_²³¹⁰⁴-⁹]"
"""A raised number is the mark of a footnote."""
_GOES_ON = re.compile(rf"(?<=\w){_LETTER}|[-–][A-Za-z]{{3,}}")
"""Letters right behind digits or the letters of a unit; behind a sign they are the next word: `82 %of`."""
_NEXT_WORD = re.compile(rf"[\s-]*({_LETTER}+)")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(\"“]))([A-Z][\w.+#]*)[ \u00a0]\Z")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Behind a ten, raised digits may mark a footnote (`10³ countries`) or be its power: both are readings of it."""
_NUMBER_WORD_BEFORE = frozenset({"over", "about", "around", "nearly", "almost", "only", "just", "some", "up", "to"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a claim makes it. `low` and `high` hold every value it may be read as (1.200 is 1200 or 1.2).

    `is_worded`: whether words bound it (`more than 1,400`), not a sign or what stands after it (`1,400+`).
    `sign` is the sign that says so; `counted_in` the unit that stands within the number: `an hour and a half`, whose
    last word then stands for it.
    `shared_by`: the word that a share in percent needs where `9 out of 10` has none: `90 % of`.
    """

    start: int
    end: int
    low: frozenset[float]
    high: frozenset[float]
    unit: str
    qualifier: str
    is_worded: bool = False
    shared_by: str = ""
    sign: str = ""
    counted_in: str = ""

    def __str__(self) -> str:
        ends = dict.fromkeys(f"{max(end):,.6f}".rstrip("0").rstrip(".") for end in (self.low, self.high))
        return " ".join(part for part in (self.qualifier, "-".join(ends), self.unit) if part)

    def differs(self, other: Quantity) -> tuple[str, ...]:
        """The parts in which two numbers differ, most important first."""
        parts = []
        if self._lasts_as_long(other):
            return () if self.qualifier == other.qualifier else ("qualifier",)
        if not (self.low & other.low and self.high & other.high):
            parts.append("value")
        if self.unit != other.unit:
            parts.append("unit")
        if self.qualifier != other.qualifier:
            parts.append("qualifier")
        return tuple(parts)

    def _lasts_as_long(self, other: Quantity) -> bool:
        """`14 days` and `two weeks`: the same in other words."""
        mine, theirs = DURATIONS.get(self.unit), DURATIONS.get(other.unit)
        if mine is None or theirs is None or self.unit == other.unit:
            return False
        low, high = ({value * mine for value in end} for end in (self.low, self.high))
        return bool(low & {value * theirs for value in other.low} and high & {value * theirs for value in other.high})


def quantities(text: str, lo: int = 0, hi: int | None = None) -> Iterator[Quantity]:
    """The numbers between `lo` and `hi` that a claim may rest on, from left to right.

    `ninety (90)` is one, and so is `9 out of 10`.
    """
    end = len(text) if hi is None else hi
    waiting: Quantity | None = None
    for found in _QUANTITY.finditer(text, lo, end):
        if found["low"] is not None and _counts(text, found):
            number = as_share(text, _quantity(text, found))
            both = waiting and as_one(text, waiting, number)
            if waiting and not both:
                yield waiting
            waiting = both or number
    if waiting:
        yield waiting


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether this is a number of a claim: no identifier (`GPT-4`, `HTTP/2`), year or version after a name."""
    start = found.start("low")
    before = text[max(0, start - 40) : start]
    goes_on = _GOES_ON.match(text, found.end()) and not attached(text, found.end())
    if goes_on or re.search(r"[A-Za-z][-/.]\Z|[\w]\Z", before):
        return _hyphenated_count(text, found)
    if found["money"] or found["unit"] or found["lowunit"] or found["high"] or found["after"]:
        return True
    if not found["low"].isdigit():
        return True
    return not (_is_year(text, found) or _names_a_version(before, found))


def _hyphenated_count(text: str, found: re.Match[str]) -> bool:
    """`90-day trial` counts, `3D` and `GPT-4` do not."""
    return re.match(r"[-–][A-Za-z]{3,}", text[found.end() :][:5]) is not None and not re.search(
        r"[\w/.-]\Z", text[max(0, found.start("low") - 1) : found.start("low")]
    )


def _is_year(text: str, found: re.Match[str]) -> bool:
    if not _YEAR.fullmatch(found["low"]) or qualifier_before(text, found.start()):
        return False
    following = _NEXT_WORD.match(text, found.end())
    return following is None or not following[1].islower() or len(following[1]) < 4


def _names_a_version(before: str, found: re.Match[str]) -> bool:
    """`Python 3`, `Windows 11`: a small number after a capitalised name that is no word of counting."""
    name = _NAME_BEFORE.search(before)
    if name is None or len(found["low"]) > 2 or name[1].lower() in _NUMBER_WORD_BEFORE | stop_words():
        return False
    starts_sentence = re.search(r"(?:^|[.!?:]\s+|\n)\Z", before[: name.start(1)]) is not None
    return not starts_sentence or not name[1].lower().endswith(("ing", "ed", "s", "es", "e", "ll"))


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    low, high = found["low"], found["high"] or found["low"]
    unit = unit_name(found["unit"] or found["late"] or found["lowunit"] or "", found["money"] or found["money2"] or "")
    scale = magnitude(high)
    start, end = found.start("money" if found["money"] else "low"), _end(found)
    sign = _sign(found["sign"])
    is_bullet = sign == "-" and not unit.startswith("°") and _is_bullet(text, found.start("sign"))
    if sign and not is_bullet:
        start = found.start("sign")
    if found["between"] and found["high"]:
        start = found.start("between")
    raised = _RAISED.match(text, end) if low == high == "10" else None
    power = {10.0 ** int(raised[0].translate(_LOWERED))} if raised else set()
    bound = bound_before(text, start)
    is_worded = any(map(str.isalpha, text[bound.start : bound.end]))
    if bound.name and not is_worded:
        start = bound.start
    counted_in = "" if low[0].isdigit() else span(low)
    if counted_in:
        end -= len("half")
    if low.lower() == "twice":
        unit = "x"
    shared = 0.0 if unit or low[0].isdigit() else share(low)
    if shared:
        values = percent(shared)
        return Quantity(start, end, values, values, "%", bound.name, is_worded)
    return Quantity(
        start=start,
        end=raised.end() if raised else end,
        low=_signed(_values(low, scale if magnitude(low) == 1 else 1) | power, sign, is_bullet=is_bullet),
        high=_signed(_values(high, 1) | power, _sign(found["sign2"]) if found["high"] else sign, is_bullet=is_bullet),
        unit=unit or counted_in or measure(text, raised.end() if raised else found.end())[0],
        qualifier=bound.name or qualifier_after(found["after"] or ""),
        is_worded=is_worded,
        sign="" if is_worded else text[bound.start : bound.end].strip(),
        counted_in=counted_in,
    )


def _sign(written: str | None) -> str:
    """`-` for a minus in any writing, `+` for a plus, or nothing."""
    said = (written or "").strip().lower()
    return "-" if said == "minus" or (said and said in _MINUS) else "+" if said else ""


def _is_bullet(text: str, at: int) -> bool:
    return _BULLET.search(text, max(0, at - 8), at + 1) is not None


def _signed(values: frozenset[float], sign: str, *, is_bullet: bool) -> frozenset[float]:
    if sign != "-":
        return values
    return frozenset(-value for value in values) | (values if is_bullet else frozenset())


def _end(found: re.Match[str]) -> int:
    ends = [found.end(name) for name in ("low", "lowunit", "high", "unit", "late") if found[name] is not None]
    end = max(ends)
    return end + 1 if (found["after"] or "").startswith("+") and not found["late"] else end


def _values(text: str, scale: float) -> frozenset[float]:
    if text[0] in ".½¼¾⅓⅔" or text[0].isdigit():
        return frozenset(round(value * scale, 6) for value in readings(text))
    return frozenset({round(spelled(text) * scale, 6)})


def measured(text: str, number: Quantity) -> int:
    """Where the words end that name the unit of a number: behind `hours` in `30 hours a month`."""
    if number.counted_in:
        return number.end + len("half")
    name, end = measure(text, number.end)
    return end if name and name == number.unit else number.end


def rate_of(text: str, number: Quantity) -> Rate:
    """By what a number is counted: by `month` in `30 hours a month`."""
    return rate(text, measured(text, number), number.unit)
