"""Says whether a sentence claims nothing of what it says: it asks, sets a condition, or picks out some of the things.

`If your data leaves the country, we tell you` is no changed `Your data never leaves the country`, nor is `Can data
leave the country?`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from generator.drift.finding.align import Alignment
from generator.drift.finding.clause import JOINING, ends_clause
from generator.drift.finding.edge import SLACK, parts
from generator.drift.finding.enough import SLIGHT
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.numbers.qualifier import is_negation
from generator.drift.reading.fold import fold
from generator.drift.words import NUMBER, Words

_CONDITIONS = """
if when whenever whether unless until once provided
wenn falls sofern ob sobald solange wann
hvis dersom når hvorvidt såfremt om
"""
"""Words that open a clause of which nobody says that it is so."""
_AT_START = frozenset({"once", "provided", "om"})
"""These open one only as its first word, and before no number: `om to dager` is `in two days`."""
_ASKING = """
is are was were can could may does did should would will what which who whose whom where why how
ist sind war waren kann können darf dürfen wird werden hat sollte sollten muss müssen was welche welcher welches wer wo
warum wieso wie wann
er var kan blir har skal må bør hva hvilken hvilket hvilke hvem hvor hvorfor hvordan når
"""
"""First words of a question, and of a German or Norwegian condition without `if`: `Ist der Techniker nicht da, …`."""
_QUESTION_WORDS = "what which who whose whom where why how welche welcher welches wer wo warum wieso"
_ENGLISH = "is are was were can could may does did will would"
"""Without a question mark, these open no condition, and question words none in any language."""
_PICKING = frozenset({"that", "who", "which", "whose", "som"})
"""Right behind a noun, they say which of the things are meant."""
_PICKING_BEHIND_COMMA = "der die das den dem deren dessen welche welcher welches"
_ELSE = frozenset({"otherwise", "else", "sonst", "andernfalls", "ellers"})
"""Right behind a clause, they make it something that the reader has to do."""
_MARK = re.compile(r"[\"'”’»)\s]*\?")
_KNOWN = re.compile(r"\A\W*(?:did you know|wussten sie|wusstest du|wusstet ihr|visste du|visste dere)\b", re.IGNORECASE)
"""So begins a question that tells."""


def is_supposed(pattern: Pattern, words: Words, found: Alignment, enough: float) -> bool:
    """Whether what was found is only asked or supposed, or said of some, and the wording is not.

    A longer one that is as similar as `enough` is meant as it, and so is one that runs on into what follows.
    """
    if not found.pairs or not _set(_CONDITIONS).isdisjoint(pattern.words.words):
        return False
    if len(pattern.words) >= SLIGHT and found.similarity >= enough:
        return False
    begin, end = words.unbroken(found.first, found.last)
    if not any(parts(words, at) for at in range(found.last + 1, end + 1)) and _is_asked(pattern, words, begin, end):
        return True
    if _picks(pattern, words, found, begin, end) or _has_else_behind(pattern, words, found.last, end):
        return True
    start = found.first
    while start > begin and not ends_clause(words, start):
        start -= 1
    if not (_opens_condition(words, start, found) or _is_inverted(pattern, words, start, begin)):
        return False
    left = len(pattern.words) - 1 - found.pairs[-1].wanted
    behind = found.last + 1
    behind += behind <= end and words.words[behind] in _set(_ASKING)  # the verb, last in a German clause
    if not any(at > end or ends_clause(words, at) for at in range(behind, behind + min(left, SLACK) + 1)):
        return False
    runs_on = any(ends_clause(words, place) for place in range(found.first + 1, found.last + 1))
    return not runs_on or found.similarity < enough


def _is_asked(pattern: Pattern, words: Words, begin: int, end: int) -> bool:
    if not _MARK.match(words.text, words.ends[end]) or "?" in pattern.wording.text:
        return False
    return _KNOWN.match(words.quote(begin, end)) is None


def _opens_condition(words: Words, start: int, found: Alignment) -> bool:
    """Whether a clause from word `start` is a condition that begins with the match: `if all of your data leaves`."""
    telling = next((pair.found for pair in found.pairs if is_content(words.words[pair.found])), found.first)
    opens = next((at for at in range(found.first - 1, start - 1, -1) if words.words[at] in _set(_CONDITIONS)), None)
    if opens is None or any(is_content(word) for word in words.words[opens + 1 : telling]):
        return False
    return words.words[opens] not in _AT_START or (opens == start and words.words[opens + 1] != NUMBER)


def _is_inverted(pattern: Pattern, words: Words, start: int, begin: int) -> bool:
    """Whether the sentence begins with the verb, as a German or Norwegian condition does."""
    first = words.words[begin]
    if start != begin or first in _set(_QUESTION_WORDS) | _set(_ENGLISH) or pattern.words.words[0] == first:
        return False
    return first in _set(_ASKING)


def _picks(pattern: Pattern, words: Words, found: Alignment, begin: int, end: int) -> bool:
    """Whether the sentence tells of what a relative clause picks out: `Data that leaves the country needs …`."""
    if not any(is_content(words.words[at]) for at in (*range(begin, found.first), *range(found.last + 1, end + 1))):
        return False
    for before, after in pairwise(found.pairs):
        at = before.found + 1
        if at >= after.found or not is_content(words.words[before.found]) or words.words[at] in pattern.known:
            continue
        lost = pattern.words.words[before.wanted + 1 : after.wanted]
        if ends_clause(pattern.words, before.wanted + 1) or any(is_content(w) and not is_negation(w) for w in lost):
            continue
        picking = _set(_PICKING_BEHIND_COMMA) if ends_clause(words, at) else _PICKING
        if words.words[at] in picking:
            return True
    return False


def _has_else_behind(pattern: Pattern, words: Words, last: int, end: int) -> bool:
    """Whether the clause, of which a verb's particle may be left, is followed by what happens else: `…, otherwise`."""
    clause = next((at for at in range(last + 1, min(last + 2, end) + 1) if ends_clause(words, at)), None)
    if clause is None or not _ELSE.isdisjoint(pattern.known):
        return False
    return words.words[clause + (words.words[clause] in JOINING and clause < end)] in _ELSE


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))
