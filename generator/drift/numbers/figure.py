"""Reads one number as written: digits, magnitudes (`1.2k`), words (`forty-five`) and the names of units."""

from __future__ import annotations

import re
import unicodedata

from generator.drift.numbers.compound import FORMS
from generator.drift.numbers.digits import readings_of
from generator.drift.numbers.german import GERMAN, SPELLED_GERMAN, german_value
from generator.drift.numbers.norse import CLOSED_NORSE, NORSE, NORSE_SURE, SPELLED_NORSE
from generator.drift.numbers.part import AND_HALF, BEFORE_ONE, HALF, KIND_OF_TIME, ONE_SPAN, SHARED, SPANS, split_part

_DIGIT_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEEN_WORDS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {"zero": 0, "one": 1} | {word: value for value, word in enumerate((*_DIGIT_WORDS, *_TEEN_WORDS), 2)} | {
    word: 10 * value for value, word in enumerate(_TEN_WORDS, 2)
}  # fmt: skip
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
ORDINALS = {f"{place}{_ENDINGS.get(place, 'th')}": word for place, word in enumerate(_ORDINAL_WORDS.split(), 1)}
"""Words for a place in a row: `first` for `1st`."""
RANKS = {str(value): word for value, word in enumerate(("one", *_DIGIT_WORDS, "ten"), 1)}
"""Words for the first places in a row behind `number`: `number one`."""
WORDS = _SMALL | NORSE | GERMAN
"""Numbers in one word by their values."""
_SCALES = {
    "k": 1e3, "thousand": 1e3, "tausend": 1e3,
    "tsd": 1e3, "tusen": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "mill": 1e6,
    "million": 1e6, "millions": 1e6, "millionen": 1e6, "millioner": 1e6, "b": 1e9, "bn": 1e9, "mrd": 1e9,
    "billion": 1e9, "billions": 1e9, "milliard": 1e9, "milliarder": 1e9, "milliarde": 1e9, "milliarden": 1e9,
    "tn": 1e12, "trillion": 1e12,
    "hundred": 1e2, "hundre": 1e2, "dozen": 12,
}  # fmt: skip
_SCALE_WORDS = (
    r"hundred|thousand|millions?|billions?|trillion|Millionen|Milliarden?|Tausend|Mio|Mrd|Tsd|mln|mn|bn|tn"
    r"|hundre|tusen|millioner|milliard(?:er)?|mill"
)
MAGNITUDE = rf"(?:\s*|-)(?:{_SCALE_WORDS})\b\.?(?<!\s)|[kmb]\b"
"""What may follow digits and multiplies them."""

_DIGIT_WORD = "|".join(_DIGIT_WORDS)
_TEEN_WORD = "|".join(_TEEN_WORDS)
_TEN_WORD = "|".join(_TEN_WORDS)
_SCALED = r"(?:-|\s+)(?:dozen|hundred|thousand|million|billion|trillion)\b"
_UNIT_AHEAD = (
    rf"(?=\s+(?:{KIND_OF_TIME}\s+)?"
    r"(?:percent|per\s?cent|times|days?|h|hours?|hrs?|minutes?|mins?|weeks?|months?|years?|yrs?)\b"
    r"|\s+(?:or|to)\s+(?:two|2)\b"
    rf"|\s+(?:in|out\s+of|of)\s+(?:every\s+)?(?:\d|{_DIGIT_WORD}|{_TEEN_WORD}|{_TEN_WORD}))"
)
_COUNT = rf"(?:{_TEN_WORD})(?:(?:-|\s+)(?:one|{_DIGIT_WORD}))?|{_TEEN_WORD}|one|{_DIGIT_WORD}"
_DECIMAL = rf"(?:{_COUNT}|zero)\s+point(?:\s+(?:zero|oh|{_COUNT})\b)+(?:{_SCALED})*"
_HALVES = (
    rf"(?:{_COUNT}|{NORSE_SURE}|to|tre|fire|ni|ti){AND_HALF}(?:{_SCALED})*"
    rf"|an?\s+(?:{SPANS}){AND_HALF}"
)
SPELLED = (
    rf"\b(?:{_DECIMAL}|{_HALVES}|{SHARED}|{ONE_SPAN}|half\s+an?(?:{_SCALED}|(?=\s+per\s?cent))"
    rf"|(?:{BEFORE_ONE})half\s+an?(?=\s+(?:hour|day|year)\b)|(?:an?|{_COUNT})(?:{_SCALED})+(?:(?:\s+and)?\s+(?:{_COUNT})(?:{_SCALED})+)*"
    rf"(?:(?:\s+and)?\s+(?:{_COUNT})\b)?"
    rf"|(?:{_TEN_WORD})(?:(?:-|\s+)(?:one|{_DIGIT_WORD}))?\b|(?:{_TEEN_WORD}|{_DIGIT_WORD})(?:\b|(?=fold\b))"
    rf"|(?:one|hundred|thousand){_UNIT_AHEAD}|twice\b|{SPELLED_NORSE}|{SPELLED_GERMAN})"
)
"""A number in words; `one` alone only before a unit, as it is mostly a pronoun."""

UNIT = (
    r"\s*(?:%|‰|¢|×|x\b|€|\$|£|(?:[°º]|degrees?\s+|grader\s+)\s?(?:C(?:elsius)?|F(?:ahrenheit)?)\b)"
    r"|(?:\s*|-)(?:per\s*cent\b|pct\b|percentage\s+points?\b|pp\b|Prozent(?:punkte?n?)?\b"
    r"|prosent(?:poeng)?\b|times\b|ganger\b"
    r"|fold\b|cents?\b|ct\b|pence\b|[øö]re\b|dollars?\b|euros?\b|pounds?\b|kron(?:er|en?|or)\b|kr\b"
    r"|(?:Schweizer\s|Swiss\s)?(?:Franken|francs?)\b|EUR\b|USD\b|GBP\b|CHF\b|NOK\b|SEK\b|DKK\b)"
)
"""What follows a number and belongs to it."""

_HALF_OF = re.compile(r"half\b|(?:eine?[nms]?\s+)?halbe[nrs]?\b|en\s+halv\b|et\s+halvt\b", re.IGNORECASE)
_PARTS = re.compile(rf"[\s-]+|{CLOSED_NORSE}")
_UNIT_NAMES = {
    "‰": "‰", "ca$": "ca$", "c$": "ca$", "au$": "au$", "a$": "au$", "nz$": "nz$", "hk$": "hk$", "s$": "sg$",
    "sg$": "sg$", "cent": "cent", "cents": "cent", "ct": "cent", "¢": "cent",
    "pence": "pence", "øre": "øre", "öre": "øre",
    "%": "%", "percent": "%", "pct": "%", "prozent": "%", "pp": "pp", "prozentpunkt": "pp",
    "prozentpunkte": "pp", "prozentpunkten": "pp", "percentagepoint": "pp", "percentagepoints": "pp",
    "x": "x", "×": "x", "times": "x", "fold": "x", "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$",
    "€": "€", "eur": "€", "euro": "€", "euros": "€", "£": "£", "gbp": "£", "pound": "£", "pounds": "£",
    "¥": "¥", "₹": "₹", "chf": "chf", "prosent": "%", "prosentpoeng": "pp", "ganger": "x", "kr": "kr", "kr.": "kr",
    "kroner": "kr", "krone": "kr", "kronen": "kr", "kronor": "kr", "franken": "chf", "franc": "chf", "francs": "chf",
    "schweizerfranken": "chf", "swissfranc": "chf", "swissfrancs": "chf", "nok": "kr", "sek": "sek", "dkk": "dkk",
}  # fmt: skip
_MEASURE_WORDS = (
    "second minute hour day week month quarter year ms gb mb tb kb km cm mm kg g ml mile meter metre tonne ton"
)
_MEASURES = {word: word for word in _MEASURE_WORDS.split()}
_MEASURE_FORMS = _MEASURES | {f"{word}s": word for word in _MEASURES} | {
    "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "kilogram": "kg", "kilograms": "kg",
    "gram": "g", "grams": "g", "millilitre": "ml", "millilitres": "ml", "meter": "metre", "meters": "metre",
    "m": "metre", "centimetre": "cm", "centimetres": "cm", "centimeter": "cm", "centimeters": "cm",
    "millimetre": "mm", "millimetres": "mm", "millimeter": "mm", "millimeters": "mm", "s": "second",
    "gigabyte": "gb", "gigabytes": "gb", "megabyte": "mb", "megabytes": "mb", "terabyte": "tb", "terabytes": "tb",
    "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "sec": "second", "secs": "second",
    "t": "tonne", "tonn": "tonne", "tonnen": "tonne",
    "l": "litre", "litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre",
    "wk": "week", "wks": "week", "mo": "month", "mos": "month", "yr": "year", "yrs": "year", "annum": "year",
    "sekunde": "second", "sekunden": "second", "minuten": "minute", "stunde": "hour", "stunden": "hour", "std": "hour",
    "monat": "month", "monaten": "month", "quartal": "quarter", "quartale": "quarter", "quartalen": "quarter",
    "tag": "day", "tage": "day", "tagen": "day", "woche": "week", "wochen": "week", "monate": "month",
    "sekund": "second", "sekunder": "second", "minutt": "minute", "minutter": "minute", "timer": "hour", "dag": "day",
    "dager": "day", "uke": "week", "uker": "week", "måned": "month", "måneder": "month", "kvartaler": "quarter",
    "år": "year", "dagers": "day", "timers": "hour", "minutters": "minute", "ukers": "week", "måneders": "month",
    "års": "year", "jahr": "year", "jahre": "year", "jahren": "year", "virkedag": "working day",
    "virkedager": "working day", "virkedagers": "working day", "arbeidsdag": "working day",
    "arbeidsdager": "working day", "tags": "day", "tages": "day", "monats": "month", "jahres": "year", "mnd": "month",
    "måneden": "month", "uken": "week", "uka": "week", "dagen": "day", "døgnet": "day", "døgn": "day", "timen": "hour",
    "minuttet": "minute", "sekundet": "second", "kvartalet": "quarter", "året": "year",
} | {
    f"{day}{ending}": "working day" for day in ("werktag", "arbeitstag") for ending in ("", "e", "en", "s", "es")
} | FORMS  # fmt: skip
_TIMES_AT_WORK = frozenset({"working", "business", "banking", "trading"})
_TIMES_AS_SUCH = frozenset({"calendar", "consecutive", "full", "whole"})
KINDS_OF_TIME = _TIMES_AT_WORK | _TIMES_AS_SUCH
"""What may stand between a number and its days or hours; a working day is another measure than a day."""


DURATIONS = {"ms": 1e-3, "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800} | {
    "month": 1e9, "quarter": 3e9, "year": 12e9,
}  # fmt: skip
"""Lengths of time to compare by; months stand apart, as no number of days is a month."""


MONTHS = {
    name: months.split()[0]
    for months in (
        "january januar jan", "february februar feb", "march mars märz mar", "april apr", "may mai", "june juni jun",
        "july juli jul", "august aug", "september sep sept", "october oktober oct okt", "november nov",
        "december desember dezember dec des dez",
    )
    for name in months.split()
}  # fmt: skip
"""Months by their names, which stand behind the number of a day as a unit does."""
_AT_WORK = "working "
_SHARES = frozenset({"%", "‰", "pp", "x"})
ROUND = r"[.,][-–—]{1,2}(?![\w-])"
"""Behind money without cents: `€ 89,–`, `490,-`."""
SOME_MONEY = "money"
"""The unit of money whose currency is only understood."""
CENTS = {
    "cent": frozenset({"$", "ca$", "au$", "nz$", "hk$", "sg$", "€"}),
    "pence": frozenset({"£"}),
    "øre": frozenset({"kr", "sek", "dkk"}),
}
"""The currencies whose hundredth part has the name."""
_MONEY = frozenset(
    {*CENTS, SOME_MONEY, "$", "ca$", "au$", "nz$", "hk$", "sg$", "€", "£", "¥", "₹", "chf", "kr", "sek", "dkk"}
)


def measures(unit: str) -> str:
    """What a unit measures: money, time, a share, or itself; empty for none."""
    if unit in _MONEY:
        return "money"
    if unit.removeprefix(_AT_WORK) in DURATIONS:
        return "time"
    if unit in MONTHS:
        return "day of a month"
    return "share" if unit in _SHARES else unit


def word_value(text: str) -> float | None:
    """The value of a single word that counts in the right place only: `one`, `to`, `ti`."""
    return WORDS.get(text)


def unit_name(unit: str, money: str) -> str:
    """The one name of a unit: `percent` and `%` are `%`, `days` is `day`; empty for anything that is no unit."""
    key = re.sub(r"[\s\u00a0\u202f-]", "", unicodedata.normalize("NFC", money or unit).lower())
    if degrees := re.fullmatch(r"(?:[°º]|degrees?|grader)([cf])(?:elsius|ahrenheit)?", key):
        return f"°{degrees[1]}"
    return _UNIT_NAMES.get(key) or _MEASURE_FORMS.get(key, "")


def spellings_of_time(word: str) -> list[str]:
    """All that a word for a length of time may be written as: `mo` and `mnd` for `month`; none for any other word."""
    name = unit_name(word, "")
    return [form for form, of in _MEASURE_FORMS.items() if of == name in DURATIONS and len(form) > 1]


def time_name(kind: str, unit: str) -> str:
    """The name of a length of time with a word before it: `business days` is `working day`, `full days` is `day`."""
    name = unit_name(unit, "")
    if name not in DURATIONS or kind.lower() not in KINDS_OF_TIME:
        return ""
    return _AT_WORK + name if kind.lower() in _TIMES_AT_WORK else name


def magnitude(text: str) -> float:
    """What the digits of `text` are multiplied by: 1000 for `1.2k`; 1 for words, whose scale is in their value."""
    tail = re.search(r"([^\W\d_]+)\.?$", text)
    return _SCALES.get(tail[1].lower(), 1.0) if tail and text[0].isdigit() else 1.0


def readings(text: str) -> set[float]:
    """Every value that digits may stand for: `1.200` is 1200 to some and 1.2 to others."""
    whole, part = split_part(text)
    digits = re.match(r"[\d.,'’_\s\u00a0\u202f\u2009]*\d", whole)
    written = digits[0] if digits else whole
    scale = magnitude(text)
    plain = re.sub(r"['’_\s\u00a0\u202f\u2009]", "", written)
    return {(value + part) * scale for value in (readings_of(plain) if plain else {0.0})}


def spelled(text: str) -> float:
    """The value of a number in words: `two hundred thousand` is 200000."""
    if halved := HALF.search(text):
        return (max(spelled(text[: halved.start()]), 1) + 0.5) * max(spelled(text[halved.end() :]), 1)
    if text.lower() in ("a", "an"):
        return 1.0
    if half := _HALF_OF.match(text):
        return max(spelled(text[half.end() :].strip()), 1) / 2
    whole, point, decimals = " ".join(text.lower().split()).partition(" point ")
    if point:
        return _decimal(whole, decimals)
    total, current = 0.0, 0.0
    for word in _PARTS.split(text.lower()):
        if value := WORDS.get(word, german_value(word)):
            current += value
        elif word == "twice":
            current = 2
        elif word in ("hundred", "hundre"):
            current = max(current, 1) * 100
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0.0
    return total + current


def _decimal(whole: str, decimals: str) -> float:
    """The value of `ninety nine point nine five`, each number behind the point its own digits; a scale may follow."""
    words = re.split(r"[\s-]+", decimals)
    scale = 1.0
    while words and (words[-1] in _SCALES or words[-1] == "hundred"):
        scale *= 100 if words[-1] == "hundred" else _SCALES[words[-1]]
        words.pop()
    digits = "".join("0" if word == "oh" else str(int(WORDS[word])) for word in words)
    return float(f"{int(spelled(whole))}.{digits}") * scale
