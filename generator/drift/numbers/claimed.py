"""Tells a number of a claim from an identifier, a year and a version."""

from __future__ import annotations

import re

from generator.drift.numbers.figure import MONTHS
from generator.drift.numbers.measure import attached, measure
from generator.drift.numbers.qualifier import qualifier_before
from generator.drift.reading.commonness import stop_words

_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = r"[^\W\d_²³¹⁰⁴-⁹]"
"""A raised number is the mark of a footnote."""
_GOES_ON = re.compile(rf"(?<=\w){_LETTER}|[-–][A-Za-z]{{3,}}")
"""Letters right behind digits or the letters of a unit; behind a sign they are the next word: `82 %of`."""
_PER_HUNDRED = re.compile(r"/10{2,3}\s?(?:km|m|g|ml)\b")
"""`6 l/100 km` is counted by a hundred kilometres."""
_HYPHENATED = re.compile(r"[-–][A-Za-z]{3,}")
_NEXT_WORD = re.compile(rf"[\s-]*({_LETTER}+)")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(\"“]))([A-Z][\w.+#]*)\s+\Z")
_NUMBER_WORD_BEFORE = frozenset({"over", "about", "around", "nearly", "almost", "only", "just", "some", "up", "to"})


def counts(text: str, found: re.Match[str]) -> bool:
    """Whether this is a number of a claim: no identifier (`GPT-4`, `HTTP/2`), year or version after a name."""
    start = found.start("low")
    before = text[max(0, start - 40) : start]
    goes_on = _GOES_ON.match(text, found.end()) and not attached(text, found.end())
    if _PER_HUNDRED.match(text, max(0, start - 1)):
        return True
    if goes_on or re.search(r"[A-Za-z][-/.]\Z|[\w]\Z", before):
        return _hyphenated_count(text, found)
    if found["money"] or found["unit"] or found["lowunit"] or found["high"] or found["after"]:
        return True
    if not found["low"].isdigit():
        return True
    return not (_is_year(text, found) or (_names_a_version(before, found) and not measure(text, found.end())[0]))


def _hyphenated_count(text: str, found: re.Match[str]) -> bool:
    """`90-day trial` counts, `3D` and `GPT-4` do not."""
    return _HYPHENATED.match(text, found.end()) is not None and not re.search(
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
    if name is None or len(found["low"]) > 2 or name[1].lower() in _NUMBER_WORD_BEFORE | MONTHS.keys() | stop_words():
        return False
    starts_sentence = re.search(r"(?:^|[.!?:]\s+|\n)\Z", before[: name.start(1)]) is not None
    return not starts_sentence or not name[1].lower().endswith(("ing", "ed", "s", "es", "e", "ll"))
