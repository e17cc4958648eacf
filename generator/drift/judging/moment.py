"""Says whether a sentence speaks of another time than today: `In 2021, more than 700 customers …`, `… by 2028`."""

from __future__ import annotations

import re
from datetime import date

from generator.drift.words import Words

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_IN = (
    r"(?:(?:back|already|as early as) )?(?:in|during|by|(?:at|by|before) the end of)"
    r"|(?:allerede )?i|innen|ved utgangen av|i løpet av|im Jahr"
)
_OPENS = re.compile(rf"(?:^|[.!?:;(–—-]\s*)(?:{_IN}) {_YEAR}\b[^.!?]{{0,12}}\Z", re.IGNORECASE)
"""Right before the claim, at the start of its sentence. `Founded in 2019, we …` dates something else."""
_CLOSES = re.compile(rf"\A[,\s]*\(?(?:(?:{_IN}|per|as of) |(?<=\()){_YEAR}\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|took|grew|rose|sold|made|paid|war|waren|hatten?|wurden?|var|hadde|ble|\w{2,}(?:ed|ten?|ete|et))\b",
    re.IGNORECASE,
)
"""Words that tell the past, or may."""
_TO_COME = re.compile(r"\b(?<!\byou )(?:will|shall|vil|skal) (?:soon|snart)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|seit|siden|founded|established|gegründet|grunnlagt|stiftet|etablert)"
    r"(?:\s+(?:in|i|im\s+Jahre?|the\s+year))?\s+\Z",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def begins_then(words: Words, place: int) -> bool:
    """Whether the year at `place` is itself what is claimed: `since 1962`. Others say when something holds."""
    start = words.starts[place]
    return _SINCE.search(words.text[max(0, start - 30) : start]) is not None


def is_of_another_year(wording: str, words: Words, first: int, last: int, as_of: date) -> bool:
    """Whether the claim at words `first` to `last` is told of a year that is not this one, or to come.

    A wording that names a year itself is of that time in any year. A year behind a claim in the present, `(2024)`, says
    where the number comes from.
    """
    if _ANY_YEAR.search(wording):
        return False
    begin, end = words.unbroken(first, last)
    start = words.starts[begin]
    if _TO_COME.search(words.quote(begin, end)):
        return True
    before = _OPENS.search(words.text[start : words.starts[first]])
    if before and int(before["year"]) != as_of.year:
        return True
    after = _year_behind(words, last)
    return bool(after) and (after > as_of.year or (after < as_of.year and _is_past(wording, words.quote(begin, last))))


def is_dated_behind(wording: str, words: Words, last: int) -> bool:
    """Whether a year stands behind the claim that ends with word `last`, as `(2024)`, in whatever year we are."""
    return not _ANY_YEAR.search(wording) and _year_behind(words, last) > 0


def _year_behind(words: Words, last: int) -> int:
    _, end = words.unbroken(last, last)
    found = _CLOSES.match(words.text[words.ends[last] : words.ends[end] + 1])
    return int(found["year"]) if found else 0


def _is_past(wording: str, said: str) -> bool:
    known = set(wording.casefold().split())
    return any(word.casefold() not in known for word in _PAST.findall(said))
