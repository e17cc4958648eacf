"""Says whether a sentence reports what somebody else says or does: `According to DustCo, …`, `You said that …`."""

from __future__ import annotations

import re

from generator.drift.finding.align import Alignment
from generator.drift.finding.pattern import Pattern
from generator.drift.judging.voice import OURS, REACH, SAYS, is_open, names
from generator.drift.wording import Voices
from generator.drift.words import Words

_CAPITAL = "[A-ZÆØÅÄÖÜ]"
_SURE = rf"(?:{_CAPITAL}[\w&-]*[A-ZÆØÅÄÖÜ&][\w&-]*|{_CAPITAL}[\w&-]+(?:\s{_CAPITAL}[\w&-]+)+)"
"""A name wherever it stands: `DustCo`, `NVE`, `Petra Holm`. One capital may begin a sentence, or any German noun."""
_FIRM = rf"{_CAPITAL}[\w&-]*(?:\s[A-ZÆØÅÄÖÜ&][\w&-]*)*\s(?:AG|GmbH|KG|SE|Inc|Ltd|LLC|plc|Corp|AS|ASA|AB|BV|NV|Oy)\b"
_REPORTS = rf"(?:{SAYS})\b(?:\s(?:that|dass|at))?"
_REPORTED_BEFORE = re.compile(
    rf"(?:\b(?i:according\sto|as\sreported\sby|ifølge)\s(?:the\s)?(?P<source>{_CAPITAL}[\w&-]+(?:\s{_CAPITAL}[\w&-]+)*)"
    rf"|\b(?i:laut|nach\sangaben\svon)\s(?P<quelle>{_SURE})"
    rf"|(?<![\w.])(?P<speaker>{_SURE})\s{_REPORTS}"
    rf"|\A\W*(?:(?i:at|for|with|bei|für|hos)\s)?(?P<firm>{_FIRM}))"
    r"[^.!?:\"“„«]{0,40}[:,]?\s*\Z"
)
_REPORTED_BEHIND = re.compile(rf"\A[^.!?]{{0,40}},\s(?i:{SAYS})\s(?P<who>{_SURE})")
"""`according to GitHub` behind a claim names where our own number comes from."""
_YOU_SAY = re.compile(
    r"\b(?<!\bas\s)(?<!\blike\s)(?<!\bwie\s)(?<!\bsom\s)"
    r"(?:(?:you(?:['’]re|['’]ve|\sare|\swere|\shave|\sjust)?\s(?:said|say|saying|mentioned|thought)"
    r"|sie\s(?:sagten|sagen|meinten|erwähnten)|du\s(?:sa|sier|mente|nevnte))\b(?:\s*:\s*|[^.!?:]{0,20})\Z"
    r"|(?:you(?:['’]re|['’]ve|\sare|\swere|\shave|\sjust)?\s(?:ask|asked|asking|wonder|wondered)"
    r"|sie\s(?:fragten|fragen)|du\s(?:spør|spurte))\b[^.!?:,]{0,20}(?:,\s(?:ob|om|if|whether)\b[^.!?:,]{0,20})?\Z)",
    re.IGNORECASE,
)
"""What follows another colon, or `as you said`, is ours again: `You asked about the price: from $129 a month`."""
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|my|our|us|ich|wir|mein\w*|unser\w*|uns|jeg|vi|min|mitt|mine|vår|vårt|våre|oss)\b", re.IGNORECASE
)


def is_asked_of_us(words: Words, found: Alignment) -> bool:
    """Whether the client who is spoken to said it or asks for it: `You said that it pays for itself in 36 months`."""
    said = _YOU_SAY.search(_before(words, found))
    return said is not None and OURS.search(said[0]) is None


def is_reported(pattern: Pattern, words: Words, found: Alignment, voices: Voices) -> bool:
    """Whether the sentence says who else says it or does so, and does not speak of us."""
    begin, end = words.unbroken(found.first, found.last)
    before, behind = _before(words, found), words.text[words.ends[found.last] : words.ends[end] + 1]
    told = _REPORTED_BEFORE.search(before) or _REPORTED_BEHIND.match(behind)
    who = next(filter(None, told.groups()), "") if told else ""
    if not who or OURS.search(before + behind) or names(words.quote(begin, end), voices.own):
        return False
    return not any(name in pattern.known for name in who.casefold().split())


def _before(words: Words, found: Alignment) -> str:
    begin, _ = words.unbroken(found.first, found.last)
    return words.text[words.starts[begin] : words.starts[found.first]]


def is_told_by_nobody(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether it stands in a sentence in quotation marks that nobody signed, and more is said there of `our` own."""
    start, end = words.starts[found.first], words.ends[found.last]
    begin = words.starts[words.unbroken(found.first, found.last)[0]]
    opened = words.text[max(0, begin - 1) : start]
    closes = re.search(r"[\"”“»]", words.text[end : end + REACH])
    if closes is None or not is_open(opened) or opened[:1] not in '"“„«':
        return False
    beside = opened + " " + words.text[end : end + closes.start()]
    return _FIRST_PERSON.search(beside) is not None and _FIRST_PERSON.search(pattern.wording.text) is None
