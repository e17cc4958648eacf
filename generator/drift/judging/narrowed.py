"""Says whether another number may be right, as the sentence tells of less or of another case than the wording does.

`Archive plans start at €90` denies no `Plans start at €490`, nor does `In Turku, wards save …` what all wards save.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import sentence_begin
from generator.drift.finding.pattern import Pattern, is_content, kin
from generator.drift.judging.moment import begins_then, is_dated_behind
from generator.drift.judging.voice import OURS, names
from generator.drift.numbers.bound import first_of_bound
from generator.drift.reading.fold import fold
from generator.drift.reading.small_words import openers
from generator.drift.wording import Voices
from generator.drift.words import Words

MODIFIERS = 2
"""So many words before a noun say which of the things are meant; more are a sentence of their own."""
_WHENEVER_LIST = (
    "today now currently yes typically usually normally really actually simply finally meanwhile already "
    "dag nå vanligvis normalt faktisk allerede heute derzeit normalerweise"
)
_WHENEVER = frozenset(_WHENEVER_LIST.split())
"""Before a noun, they say nothing of which."""
_CASES = frozenset({"at", "for", "below", "above", "under", "beyond", "after", "ved", "etter", "bei", "nach"})
"""Before a number, they make it what the other one holds for: `at 25 ml/h`, `for up to 1,000 invoices`."""
_AMONG = frozenset({"in", "at", "for", "from", "of", "among", "on", "i", "hos", "fra", "av", "blant", "på"})
_PLACE = re.compile(rf"(?i:{'|'.join(sorted(_AMONG))}|until|till|bis|til)\s(?:the\s)?(?=[A-ZÆØÅÄÖ])")
_FOR = re.compile(
    r"(?:for|für)\s(?!example\b|instance\b|you\b|dich\b|deg\b)(?P<whom>[^\W\d](?:[^\W\d]|\s){2,40})", re.IGNORECASE
)
_NAME = re.compile(r"\b[A-ZÆØÅÄÖ]\w+")
_FORM_OF_FIRM = re.compile(r"\s(?:AG|GmbH|KG|SE|Inc|Ltd|LLC|plc|Corp|AS|ASA|AB|BV|NV|Oy)\.?\Z")
_IT = frozenset({"it", "they", "she", "he", "es", "er", "sie", "den", "det", "de"})
"""In the place of our name at the start of a sentence, they are us."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_narrowed(pattern: Pattern, words: Words, found: Alignment, voices: Voices) -> bool:
    """Whether words were added that say of which, where, when or for whom, or the number holds for another case."""
    if found.tile or not found.pairs:
        return False
    if _is_for_some(pattern, words, found, voices):
        return True
    if found.reordered:
        return False
    return (
        _is_of_other_years(pattern, words, found)
        or is_dated_behind(pattern.wording.text, words, found.last)
        or _is_without_us(pattern, words, found, voices)
        or _holds_for_another_case(pattern, words, found.pairs)
        or _is_ahead(pattern, words, found.pairs, voices)
        or any(_is_among(words, before, after, voices) for before, after in pairwise(found.pairs))
        or any(_is_called(pattern, words, before, after, voices) for before, after in pairwise(found.pairs))
    )


def is_bare_count(pattern: Pattern, found: Alignment) -> bool:
    """Whether all that is there of the wording is what it counts: `We ship to more than 80 countries`."""
    content = {word for word in pattern.words.words if is_content(word) and not word[0].isdigit()}
    counted = {noun for place in pattern.claims for noun in pattern.nouns[place]}
    said = {pattern.words.words[pair.wanted] for pair in found.pairs} & content
    return bool(said) and said <= counted and not content <= counted


def _is_of_other_years(pattern: Pattern, words: Words, found: Alignment) -> bool:
    mine = _years(pattern.words, 0, len(pattern.words) - 1)
    theirs = _years(words, *words.unbroken(found.first, found.last))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_without_us(pattern: Pattern, words: Words, found: Alignment, voices: Voices) -> bool:
    """Whether the wording names us and the sentence does not: `Most teams need 9 days`, for `Teams with Kelvaro …`."""
    own = (*voices.own, *(_FORM_OF_FIRM.sub("", name) for name in voices.own))
    if not names(pattern.wording.text, own):
        return False
    begin, end = words.unbroken(found.first, found.last)
    sentence = words.quote(begin, end)
    return words.words[begin] not in _IT and not (names(sentence, own) or OURS.search(sentence))


def _years(words: Words, first: int, last: int) -> set[str]:
    """The years among the words that say when; that of a day is a number itself, as is `since 1962`."""
    days = {number.year for number in words.quantities.values()}
    places = (place for place in range(first, last + 1) if _YEAR.fullmatch(words.words[place]))
    return {words.words[place] for place in places if not begins_then(words, place)} - days


def _holds_for_another_case(pattern: Pattern, words: Words, pairs: tuple[Pair, ...]) -> bool:
    """Whether a number differs together with the one that says what it holds for."""
    mine, theirs = pattern.words.quantities, words.quantities
    others = [
        pair.wanted
        for pair in pairs
        if pair.wanted in mine and pair.found in theirs and "value" in mine[pair.wanted].differs(theirs[pair.found])
    ]
    return len(others) > 1 and any(_before_bound(pattern.words, place) in _CASES for place in others)


def _before_bound(words: Words, place: int) -> str:
    first = first_of_bound(words, place)
    return words.words[first - 1] if first > 0 else ""


def _is_ahead(pattern: Pattern, words: Words, pairs: tuple[Pair, ...], voices: Voices) -> bool:
    """Whether the sentence begins with a place, or its subject with a word that the wording's has not."""
    wanted = pattern.words
    head = next(
        (pair for pair in pairs if is_content(wanted.words[pair.wanted]) or pair.wanted in wanted.quantities), None
    )
    if head is None or any(is_content(word) for word in wanted.words[: head.wanted]):
        return False
    first = sentence_begin(words, head.found)
    before = words.text[words.starts[first] : words.starts[head.found]]
    if names(before, voices.own):
        return False
    place = _PLACE.match(before)
    if place and any(name.casefold() not in pattern.known for name in _NAME.findall(before[place.end() :])):
        return True
    return head.wanted not in wanted.quantities and _modifies(pattern, words, first, head.found)


def _is_for_some(pattern: Pattern, words: Words, found: Alignment, voices: Voices) -> bool:
    """Whether the sentence begins with whom the number is for: `For nonprofits, plans start at $30`."""
    begin, _ = words.unbroken(found.first, found.last)
    whom = _FOR.match(words.text[words.starts[begin] : words.starts[min(pair.found for pair in found.pairs)]])
    if whom is None or names(whom[0], voices.own):
        return False
    telling = fold(whom["whom"]).split()
    return any(is_content(word) and word not in _WHENEVER and word not in pattern.known for word in telling)


def _modifies(pattern: Pattern, words: Words, first: int, head: int) -> bool:
    """Whether the words from `first` to the noun `head` open it and say which: `The backup battery`."""
    clause = next((at for at in range(head, first, -1) if ends_clause(words, at)), first)
    telling = [word for word in words.words[clause:head] if word not in openers()]
    return 0 < len(telling) <= MODIFIERS and all(
        is_content(word) and word not in _WHENEVER and not any(kin(word, other) for other in pattern.known)
        for word in telling
    )


def _is_among(words: Words, before: Pair, after: Pair, voices: Voices) -> bool:
    """Whether between two words of the wording stands of which things, or where: `shipments in the industry`."""
    if after.wanted != before.wanted + 1 or after.found < before.found + 3:
        return False
    added = words.words[before.found + 1 : after.found]
    text = words.quote(before.found + 1, after.found - 1)
    is_noun = added[1] in openers() or _PLACE.match(text) is not None
    return added[0] in _AMONG and is_noun and any(map(is_content, added)) and not names(text, voices.own)


def _is_called(pattern: Pattern, words: Words, before: Pair, after: Pair, voices: Voices) -> bool:
    """Whether a name stands behind a noun of the wording that says which of them: `The starter plan Plus costs …`."""
    if after.wanted != before.wanted + 1 or not before.found + 1 < after.found <= before.found + 1 + MODIFIERS:
        return False
    text, goes_on = words.quote(before.found + 1, after.found - 1), words.quote(after.found, after.found)
    added = words.words[before.found + 1 : after.found]
    is_name = all(word[:1].isupper() for word in text.split()) and goes_on[:1].islower()
    is_noun = is_content(words.words[before.found])
    return is_noun and is_name and pattern.known.isdisjoint(added) and not names(text, voices.own)
