"""Reads what stands behind a number and belongs to it: its unit in words, and by what it is counted (`per month`)."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.drift.numbers.compound import READ_AS, may_go_on
from generator.drift.numbers.figure import DURATIONS, MONTHS, ROUND, measures, time_name, unit_name
from generator.drift.numbers.often import often
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

_LETTER = r"[^\W\d_²³¹⁰⁴-⁹]"
"""A raised number is the mark of a footnote."""
_GAP = r"\s*"
"""Space of any kind, between two blocks that one sentence may stand in too."""
_NEXT_WORD = re.compile(rf"(?:[\s-]*|[‐‑–])({_LETTER}+)")
_ACRONYM = re.compile(r"[\s-]*[A-Z]{2,3}\b\s+[a-z]")
"""`1,400 HR teams` are no hours; `4 HR` at the end of a line, and `4 HRS A DAY`, may be."""
_ATTACHED = re.compile(rf"({_LETTER}+)(?!\w)")
_ATTACHED_AREA = re.compile(r"(?:[kcm]?m|ft)[²³23](?!\w)")
_COUNTED = re.compile(rf"{_GAP}([^\W\d_][^\W_]*)")
MOST_COUNTED = 3
"""Words that say what is counted, between a number and its rate: `2 million small parcels a day`."""
_NOUN = r"(?P<noun>10{2,3}(?=(?:km|m|g|ml)\b)|(?:(?:square|cubic)\s(?=\w))?[^\W_]+(?:[.,]\d+)*)"
_BY = re.compile(
    rf"{_GAP}(?P<lead>[,(]|(?i:and|og|und)(?=\s))?{_GAP}"
    rf"(?:(?P<slash>/)(?!\d(?!00?0?\s?(?:km|m|g|ml)\b))|(?<![^\W_])(?:(?P<per>(?i:per)|(?i:pr)\.?|(?:pro|je)(?=\s[A-ZÄÖÜ]))|(?P<a>(?i:an?))|(?P<i>(?i:im?)))(?=\s)){_GAP}{_NOUN}"
)
_AND_BY = re.compile(rf"{_GAP}(?P<and>(?i:and|og|und))(?=\s){_GAP}{_NOUN}")
_WAYS_LIST = "e email mail post epost phone telephone telefon sms fax brev letter se definition law contract"
_WAYS = frozenset(_WAYS_LIST.split())
"""`per e-mail` says how, and not by what is counted."""
_NO_NOUN_LIST = "the a an our your their its this that these each every all my his her us you it en et den det"
_NO_NOUNS = frozenset(_NO_NOUN_LIST.split())
_WHEN_LIST = "ago later earlier before after early late off long old away tidligere senere siden"
_WHEN = frozenset(_WHEN_LIST.split())
"""Behind a time these tell when, and not how often: `12 shops opened a day earlier`."""
_USUAL_LIST = (
    "user seat person head employee licence license site location store shop unit device sensor vehicle room guest "
    "bruker ansatt enhet lokasjon butikk rom gjest"
)
_USUAL = frozenset(_USUAL_LIST.split())
"""What prices are counted by: what stands behind an `and` may as well go on with the sentence."""
_DEFINITE_LIST = (
    "sekundet minuttet timen dagen døgnet uken uka måneden kvartalet året minute stunde tag woche monat quartal jahr"
)
_DEFINITE = frozenset(_DEFINITE_LIST.split())
"""Norwegian counts by these behind an `i`, German behind `im`: `i måneden` and `im Monat` are `per month`."""
_DAY = re.compile(r"(?:19|20)\d\d\b|\d{1,2}(?:[./-]\d{1,2}\b|\.\s)")
"""`per 31.12.2026` says when."""
_ROUND = re.compile(ROUND)
_NEXT = re.compile(rf"{_GAP}([^\W_]+)")
_SHORT_LIST = "h hr hrs min mins s sec secs mo mos wk wks yr yrs annum t l"
_SHORT = frozenset(_SHORT_LIST.split())
_SIGNS = frozenset(
    {"gb", "mb", "tb", "kb", "km", "cm", "mm", "kg", "g", "ml", "kw", "mw", "kn", "ms", "db", "hz", "khz", "mhz", "ghz"}
)
"""Units that have a sign besides their words: `kg` for `kilograms`."""
_IN_MANY_WORDS = frozenset({"litre", "metre", "tonne"})
_NORWEGIAN_ONE = re.compile(r"\b(?:[eé]n|halv)\Z", re.IGNORECASE)
"""Behind these `time` is Norwegian for an hour."""
_CAPITALS = frozenset({"GB", "MB", "TB", "KB", "KM", "KG"})
_TIMES = frozenset({"night", *DURATIONS})
_NO_CAPITALS = frozenset("SM")
_LENGTHS = frozenset({"km", "m", "cm", "mm", "ft"})
_AREA = frozenset("23²³")
_DECADE = re.compile(r"\b(?:the|our|their|his|her|my|your|early|mid|late)[\s-]\d0\Z|\d{4}\Z", re.IGNORECASE)
"""Behind these an `s` is no second: `in the 90s`, `1990s`."""
_PART = frozenset("-‐‑'’")
"""Behind a letter, it is a part of a word: `5 T-shirts`."""


class Rate(NamedTuple):
    """By what a number is counted: `user` and `month` in `€49/user/month`.

    `marks` are the characters of the signs and words that say so, `nouns` those of what it is counted by, `names` what
    to read for them where they are no nouns: `year` for `annually`.
    """

    by: frozenset[str]
    end: int
    marks: tuple[tuple[int, int], ...] = ()
    nouns: tuple[tuple[int, int], ...] = ()
    names: tuple[str, ...] = ()


def measure(text: str, end: int) -> tuple[str, int]:
    """The unit that the words behind a number name, and where they end; without any, that is at the number."""
    one = _NEXT_WORD.match(text, end)
    if one is None or (_ACRONYM.match(text, end) and one[1] not in _CAPITALS):
        return "", end
    after = text[one.end() : one.end() + 1]
    if len(one[1]) == 1 and (after in _PART or one[1] in _NO_CAPITALS):
        return "", end
    if after in _AREA and one[1].lower() in _LENGTHS:
        return _area(text, one)
    if may_go_on(one[1]) and (other := _NEXT_WORD.match(text, one.end())):
        name = unit_name(one[1] + other[1], "")
        if name:
            return name, other.end()
    if one[1].lower() == "time" and _NORWEGIAN_ONE.search(text, max(0, end - 8), end):
        return "hour", one.end()
    if name := unit_name(one[1], "") or _month(one[1]):
        return name, one.end()
    other = _NEXT_WORD.match(text, one.end())
    name = time_name(one[1], other[1]) if other else ""
    return (name, other.end()) if other and name else ("", end)


def _area(text: str, length: re.Match[str]) -> tuple[str, int]:
    """The unit that a length and a raised digit are, or one as it is typed: `m²`, `m2`."""
    end = length.end() + 1
    name = "" if text[end : end + 1].isalnum() else unit_name(length[1] + text[end - 1], "")
    return (name, end) if name else ("", length.start())


def attached(text: str, end: int) -> bool:
    """Whether the letters right behind a number are its unit: `30h`, `5GB`, but not `5G` and `3D`."""
    if _ATTACHED_AREA.match(text, end):
        return True
    found = _ATTACHED.match(text, end)
    if found is None or unit_name(found[1], "") == "" or (len(found[1]) == 1 and found[1].isupper()):
        return False
    return found[1] != "s" or _DECADE.search(text[max(0, end - 10) : end]) is None


def _month(word: str) -> str:
    """The name of a month, which tells a day from a number: `1 March`, but not `5 may`."""
    return MONTHS.get(word.lower(), "") if word[0].isupper() else ""


def rate_word(noun: str) -> str:
    """What is counted by, in one of its spellings: `month` for `mo`, `måned` and `måneden`."""
    name = _name(noun)
    return name if name in DURATIONS else one_spelling(noun, is_one=True)


def one_spelling(word: str, *, is_one: bool) -> str:
    """A unit in one of its spellings: `hrs` is `hours` and `kilograms` is `kg`; any other word is itself."""
    name = unit_name(word, "")
    if name in READ_AS:
        return READ_AS[name].removesuffix("s") if is_one else READ_AS[name]
    if name in _SIGNS:
        return name
    is_foreign = name in DURATIONS and fold(word) not in (name, f"{name}s")
    is_other = is_foreign or fold(word) in _SHORT or (name in _IN_MANY_WORDS and fold(word) not in (name, f"{name}s"))
    return name + ("" if is_one else "s") if is_other else word


def rate(text: str, end: int, unit: str) -> Rate:
    """By what the number is counted whose digits, or the words of whose unit, end there."""
    end = round_.end() if (round_ := _ROUND.match(text, end)) and measures(unit) == "money" else end
    found = _rate(text, end, unit, is_next=True)
    counted = None if found.by or measures(unit) == "money" else _COUNTED.match(text, end)
    for _ in range(MOST_COUNTED):
        if counted is None or found.by or fold(counted[1]) in stop_words() - {"of"}:
            break
        found = _rate(text, counted.end(), unit)
        counted = _COUNTED.match(text, counted.end())
    return found if found.by else Rate(frozenset(), end)


def _rate(text: str, end: int, unit: str, *, is_next: bool = False) -> Rate:
    """By what it is counted, said right there; `is_next`: right behind the number, where `every year` says so too."""
    by: list[str] = []
    marks, nouns, names = [], [], []
    if is_next and (word := often(text, end)):
        name = word.name or _name(text[slice(*word.noun)])
        if name in _TIMES:
            by, marks, nouns, names, end = [name], [word.mark], [word.noun], [word.name], word.noun[1]
    while found := _BY.match(text, end) or (by and _AND_BY.match(text, end)):
        if not _counts_by(text, found, unit, is_first=not by):
            break
        sign = next((name for name in ("slash", "per", "a", "i", "and") if found.groupdict().get(name)), "")
        marks += [found.span(sign)] if sign else []
        nouns.append(found.span("noun"))
        names.append("")
        by.append(_name(found["noun"]))
        end = found.end("noun")
    return Rate(frozenset(by), end, tuple(marks), tuple(nouns), tuple(names))


def _counts_by(text: str, found: re.Match[str], unit: str, *, is_first: bool) -> bool:
    """Whether it says by what is counted. `a` does so before a time, and behind money where the noun ends it."""
    said, noun = found.groupdict(), fold(found["noun"])
    if noun in _NO_NOUNS | _WAYS or (is_first and said.get("lead") and not said["per"]):
        return False
    if _DAY.match(text, found.start("noun")) or _month(found["noun"]):
        return False
    following = _NEXT.match(text, found.end())
    after = fold(following[1]) if following else ""
    if said.get("a") and after and "\x1e" in text[found.start() : found.start("a")]:
        return False  # the heading behind a tile: `A day with our team`
    if _name(found["noun"]) in _TIMES:
        return after not in _WHEN and not after.isdigit() and (not said.get("i") or found["noun"].lower() in _DEFINITE)
    if "and" in said:
        return noun in _USUAL
    if said["a"] is None:
        return said["i"] is None
    return measures(unit) == "money" and (not after or after in stop_words())


def _name(noun: str) -> str:
    """The name of what is counted by; `per time` is Norwegian for `per hour`."""
    return "hour" if noun == "time" else unit_name(noun, "") or fold(noun)
