"""Splits a stretch of text into the words that are compared, numbers taken whole, every word with its place."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.figure import ORDINALS, RANKS
from generator.drift.numbers.notation import notation
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.commonness import Weights
from generator.drift.reading.contraction import contraction
from generator.drift.reading.fold import APOSTROPHES, INVISIBLE, dropped_characters, fold
from generator.drift.tuning import Tuning

NUMBER = "#"
"""Stands for any number: numbers are compared after the words."""
FIELD = "{}"
"""Stands for a merge field, which may be filled with anything."""
MERGE_FIELD = r"\{\{(?:(?![\"'][^\"'{}\n]*\s[^\"'{}\n]*\s)[^{}\n]){0,200}\}\}"
"""`{{first_name}}`, but not a template that wraps the words to show: `{{ _('Made for sellers everywhere') }}`."""
JOINT = "\x1e"
"""Parts two blocks that a message may run across."""
PARTING = "\x00"
"""Stands between blocks that only follow each other."""

_RANK = "number"
"""Read for `#` and `No.` before figures: `the #1 choice`."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_RING = "\u030a"
"""Parted from its letter in text from some systems: `a` and `°` for `å`."""
_ODD_LETTER = re.compile(f"[{''.join(_LIGATURES)}{INVISIBLE}{_RING}]")
_NUMBER_AHEAD = re.compile(
    r"[\d½¼¾⅓⅔]|ﬁ|ﬀ|\b(?:t(?:w|hr|hirt|en|hou)|fo[ur]|fi[fv]|si?x|se(?:v|nt)|eigh|nine|eleven|zero|one\b|an?\s(?:h|th|m|b|w|c|tr|(?:day|week|year|second|quarter|fifth|sixth|eighth|tenth|dozen|per\s?cent)\b)|hal[fbv]|h(?:ä|a\u0308)lfte"
    r"|zw(?:ei|ö|anz)|drei|vier|fünf|sech|sieb|acht|neun|zehn|hundr|hunder|tausen|thous|tusen|tju|tre|fem|fire(?:\b|hundre|tusen)|førti|seks|sju|syv|sytt|(?:å|a\u030a)tt|ni(?:\b|hundre|tusen)|nitt|ti\b|elleve|tolv|fjort|atten"
    r"|[eé]n\b|ein(?:e[nmrs]?\b|\b|und|hundert|tausend)|(?:ett?|to)(?:\b|hundre|tusen))",
    re.IGNORECASE,
)
"""Cheaply rules out stretches without any number, in digits or in words."""
_AREA = r"(?<![^\W_])(?:[kcdm]?m|ft)[²³](?!\w)"
"""Here a raised digit is no mark of a footnote: `20 m²` is `20 m2`."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*\s+|\n\s*\n|\n[ \t]*(?:[-*•·◦▪]|\d+[.)])\s")
FAR = 100
"""Words beyond which no sentence is followed: a list without a stop would be gone through for each match in it."""


@dataclass(slots=True)
class Words:
    """The words of `text[lo:hi]`, position by position.

    `breaks[i]` is the cost of running into word i from the word before (a sentence or block ends between).
    `quantities` gives the number at a position whose word is `NUMBER`.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    breaks: list[float] = field(default_factory=list)
    quantities: dict[int, Quantity] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def unbroken(self, first: int, last: int) -> tuple[int, int]:
        """The first and the last word of the sentence, or of the sentences, that words `first` to `last` stand in."""
        nearest, furthest = max(0, first - FAR), min(len(self) - 1, last + FAR)
        while first > nearest and not self.breaks[first]:
            first -= 1
        while last < furthest and not self.breaks[last + 1]:
            last += 1
        return first, last

    def add(self, word: str, start: int, end: int) -> None:
        """Append a word; weights and breaks are set once all are there."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def keys(self, first: int, last: int) -> list[str]:
        """Words `first` to `last` to compare; numbers are equal only if value, unit and qualifier are."""
        return [self._key(index) for index in range(first, last + 1)]

    def _key(self, index: int) -> str:
        number = self.quantities.get(index)
        if number is None:
            return self.words[index]
        bound = "" if number.is_worded else f"{number.qualifier}{number.sign}"
        return f"{NUMBER}{_one_of(number.low, number.unit)}-{_one_of(number.high, number.unit)}{number.unit}{bound}"

    def quote(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included, as it stands there."""
        return self.text[self.starts[first] : self.ends[last]]


def _one_of(values: frozenset[float], unit: str) -> float:
    """One reading for all: of a share without end (one in three) that in whole percents, else the largest."""
    return max((value for value in values if unit == "%" and value.is_integer()), default=max(values))


@cache
def _word_pattern() -> re.Pattern[str]:
    letter = r"[^\W_²³¹⁰⁴-⁹]"
    return re.compile(
        rf"(?P<field>{MERGE_FIELD})"
        rf"|(?P<short>(?<!\w)[a-zA-Z](?:\.[a-zA-Z])+\b(?!\.\w))"
        r"|(?P<note>\[\d{1,3}\]|[1-9](?<=%.)\d?(?![\w%/]|[.,]\d))"
        r"|(?P<rank>(?:#|\b(?:[Nn][or]|NO|NR)\.[ \u00a0]?)(?=\d))"
        rf"|(?P<word>{_AREA}|{letter}(?:{letter}+|[{dropped_characters()}]|[{APOSTROPHES}](?={letter})|(?<=\d)[.,_](?=\d))*+)"
        r"|(?P<sign>&)"
    )


def split(text: str, tuning: Tuning, weights: Weights, lo: int = 0, hi: int | None = None) -> Words:
    """The words of `text[lo:hi]`; positions count from the start of `text`."""
    end = len(text) if hi is None else hi
    numbers = list(_numbers(text, lo, end))
    words = Words(text)
    upcoming = iter([*numbers, None])
    number = next(upcoming)
    behind = (0, 0)
    readings = deque(sorted((read for each in numbers for read in notation(text, each)), key=lambda read: read[:2]))
    for found in _word_pattern().finditer(text, lo, end):
        start, stop = found.span()
        while readings and readings[0].end <= start:
            words.add(readings[0].word, readings[0].start, readings.popleft().end)
        if behind[0] <= start < behind[1]:  # `or more` in `five years or more` belongs to the years
            words.ends[-1] = stop
            continue
        if number is not None and start >= number.end:
            number = next(upcoming)
        if number is not None and stop > number.start:
            _add_number(words, number)
            behind = number.behind
            while readings and readings[0].start < number.end:  # `a` in `€5 a thousand` belongs to the number
                readings.popleft()
        elif readings and readings[0].start == start:
            reading = readings.popleft()
            words.add(reading.word, start, max(stop, reading.end))
        else:
            _add_word(words, found)
    for reading in (each for each in readings if each.start <= end):  # the unit at the end of `90g`
        words.add(reading.word, reading.start, reading.end)
    _weigh(words, tuning, weights)
    return words


def _numbers(text: str, lo: int, end: int) -> Iterator[Quantity]:
    """The numbers of `text[lo:end]`, also where ligatures or invisible characters stand in them (`ﬁfty`)."""
    if not _NUMBER_AHEAD.search(text, lo, end):
        return
    if not _ODD_LETTER.search(text, lo, end):
        yield from quantities(text, lo, end)
        return
    plain = [(_letters(text, at), at) for at in range(lo, end)]
    origin = [at for letters, at in plain for _ in letters] + [end]
    for number in quantities("".join(letters for letters, _ in plain)):
        behind = (origin[number.behind[0]], origin[number.behind[1] - 1] + 1) if number.behind[1] else (0, 0)
        yield replace(number, start=origin[number.start], end=origin[number.end - 1] + 1, behind=behind)


def _letters(text: str, at: int) -> str:
    """The plain letters that a character stands for: none, one, or those of a ligature."""
    if text[at] in INVISIBLE or text[at] == _RING:
        return ""
    if text.startswith(_RING, at + 1):
        return unicodedata.normalize("NFC", text[at : at + 2])
    return _LIGATURES.get(text[at], text[at])


def _add_number(words: Words, number: Quantity) -> None:
    last = len(words) - 1
    written = words.text[number.start : number.end]
    if words.words[-1:] == [_RANK] and written in RANKS:
        words.add(RANKS[written], number.start, number.end)
        return
    if words.quantities.get(last) is not number:
        words.quantities[last + 1] = number
        words.add(NUMBER, number.start, number.end)


def _add_word(words: Words, found: re.Match[str]) -> None:
    start, end = found.span()
    match found.lastgroup:
        case "word":
            if parts := contraction(found[0]):
                for part in parts:
                    words.add(part, start, end)
                return
            word = fold(found[0])
            ranked = RANKS.get(word, word) if words.words[-1:] == [_RANK] else ORDINALS.get(word, word)
            words.add(ranked, start, end)
        case "short":
            words.add(fold(found[0].replace(".", "")), start, end)
        case "field":
            words.add(FIELD, start, end)
        case "sign":
            words.add("and", start, end)
        case "rank":
            words.add(_RANK, start, end)


def _weigh(words: Words, tuning: Tuning, weights: Weights) -> None:
    previous, special = -1, {NUMBER: tuning.number_weight, FIELD: 0.0}
    for index, word in enumerate(words.words):
        words.weights.append(special[word] if word in special else weights[word])
        between = words.text[previous : words.starts[index]] if previous >= 0 else ""
        words.breaks.append(0.0 if between == " " else _break_cost(between, words.text, words.starts[index], tuning))
        previous = words.ends[index]


def _break_cost(between: str, text: str, start: int, tuning: Tuning) -> float:
    if JOINT in between or PARTING in between:
        return tuning.block_cost
    if len(between) < 2 or not _SENTENCE_END.search(between):
        return 0.0
    return 0.0 if text[start].islower() and "\n" not in between else tuning.break_cost
