"""Tells a sentence that says something of its own from a changed form, by the part of the wording that it has.

`Planning, installation and service are billed separately` has only the things that `One contact for planning,
installation and service` lists, `New York is the city that never sleeps` only what is said of `The port that never
sleeps`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from generator.drift.finding.align import Alignment
from generator.drift.finding.clause import JOINING, ends_clause
from generator.drift.finding.edge import SLACK
from generator.drift.finding.enough import FEW, SLIGHT, edits
from generator.drift.finding.pattern import Pattern, is_content, kin
from generator.drift.finding.short import stands_alone
from generator.drift.reading.fold import fold
from generator.drift.reading.small_words import links, openers
from generator.drift.wording import State
from generator.drift.words import NUMBER, Words

_CLAUSES = """
if when whenever unless until once before after while because
wenn falls sofern sobald solange bevor nachdem ehe während weil
hvis dersom når før etter inntil mens fordi
"""
"""Words that open a clause which only says when or why another holds."""
REACH = 4
"""So many words before the first of all may say that it is not: `one of the world's largest`."""
_LOWER_LIST = "second third fourth fifth sixth seventh eighth ninth tenth next nest andre tredje fjerde femte"
_LOWER = frozenset(_LOWER_LIST.split())
_ONE_OF = frozenset(
    {
        ("one", "of"),
        ("some", "of"),
        ("einer", "der"),
        ("eine", "der"),
        ("eines", "der"),
        ("en", "av"),
        ("et", "av"),
        (NUMBER, "av"),
    }
)
_AMONG = frozenset({"among", "unter", "blant"})
_FIRST = re.compile(r"\w{3,}(?:est|st[ae][nrms]?)|best[ae]?[nrms]?|most|mest|leading|ledende|führend\w*")
"""`largest`, `største`, `größten`: the first of all."""
_RELATIVE = frozenset({"that", "who", "which", "som", "der", "die", "das"})


def says_its_own(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether the sentence around words `first` to `last` has a part of the wording only, and what it says besides."""
    if _ranks_lower(pattern, words, found):
        return True
    if found.reordered or found.tile or not found.pairs:
        return False
    return (
        _is_of_a_list(pattern, words, found)
        or _is_of_a_clause(pattern, words, found)
        or (not stands_alone(words, first, last) and _is_in_passing(pattern, words, found, first, last))
        or _has_another_subject(pattern, words, found)
    )


def _matched(pattern: Pattern, found: Alignment) -> set[int]:
    return {pair.wanted for pair in found.pairs if is_content(pattern.words.words[pair.wanted])}


def _content(words: Words, places: range) -> list[int]:
    return [place for place in places if is_content(words.words[place])]


def _is_of_a_list(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether nothing but things that the wording lists are there, and something else is said of them."""
    wanted, matched = pattern.words, sorted(_matched(pattern, found))
    if len(matched) < 3 or not JOINING.intersection(wanted.words[matched[0] : matched[-1]]):
        return False
    inside = range(matched[0] + 1, matched[-1] + 1)
    if not any(ends_clause(wanted, place) for place in inside):
        return False
    if any(not is_content(wanted.words[place]) and wanted.words[place] not in JOINING for place in inside):
        return False
    begin, end = words.unbroken(found.first, found.last)
    things = [pair.found for pair in found.pairs if pair.wanted in matched]
    behind = things[-1] + 1
    if any(word not in openers() for word in words.words[begin : things[0]]) or behind + 1 > end:
        return False
    has_rest = len(_content(wanted, range(len(wanted)))) > len(matched)
    return has_rest and not ends_clause(words, behind) and words.words[behind] not in links() | JOINING


def _is_of_a_clause(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether only a clause that says when or why is there, before another main clause than the wording's."""
    wanted = pattern.words
    opens = next((place for place, word in enumerate(wanted.words) if word in _clauses()), None)
    if opens is None:
        return False
    closes = (
        len(wanted) if opens else next((at for at in range(1, len(wanted)) if ends_clause(wanted, at)), len(wanted))
    )
    main = [place for place in _content(wanted, range(len(wanted))) if not opens <= place < closes]
    if not main or _matched(pattern, found).intersection(main):
        return False
    begin, end = words.unbroken(found.first, found.last)
    following = next((at for at in range(found.last + 1, end + 1) if ends_clause(words, at)), end + 1)
    if words.words[begin] not in _clauses():
        return False
    said = [words.words[place] for place in _content(words, range(following, end + 1))]
    return bool(said) and not any(kin(wanted.words[place], word) for place in main for word in said)


def _is_in_passing(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether a changed short wording stands in a longer sentence with too little of it to be known by.

    It may be no more than its number, what it says of another thing than that of the sentence, or two words of one
    that is retired, which nobody means to say.
    """
    if len(pattern.words) >= SLIGHT or not edits(pattern, words, found, first, last):
        return False
    matched = _matched(pattern, found)
    if pattern.words.quantities:
        return not matched - pattern.measures.keys()
    if pattern.wording.state is State.RETIRED and sum(pattern.words.weights[place] for place in matched) < FEW:
        return True
    heads = [
        place - 1
        for place, word in enumerate(pattern.words.words)
        if place and word in _RELATIVE and is_content(pattern.words.words[place - 1])
    ]
    return any(head not in matched for head in heads[:1])


def _has_another_subject(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether a short wording has another subject there, and more is said of it, or the contrary."""
    wanted, matched = pattern.words, _matched(pattern, found)
    if len(wanted) >= SLIGHT or wanted.quantities or not matched:
        return False
    own = _content(wanted, range(min(matched)))
    begin, end = words.unbroken(found.first, found.last)
    telling = next(pair for pair in found.pairs if pair.wanted == min(matched))
    theirs = _content(words, range(begin, telling.found))
    is_other = bool(own and theirs) and telling.found - begin <= telling.wanted + SLACK
    is_whole = max(matched) == len(wanted) - 1 and end - found.last <= len(wanted)
    return is_other and is_whole and bool(_content(words, range(found.last + 1, end + 1)))


@lru_cache(maxsize=1)
def _clauses() -> frozenset[str]:
    return frozenset(map(fold, _CLAUSES.split()))


def _ranks_lower(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether what the wording calls the first of all is one of several there, of somebody whom it does not name."""
    subject = next((place for place, word in enumerate(pattern.words.words) if is_content(word)), None)
    if subject is None or subject in _matched(pattern, found):
        return False
    firsts = (pair for pair in found.pairs if _FIRST.fullmatch(pattern.words.words[pair.wanted]))
    return any(_is_of_several(words, pair.found) and not _is_of_several(pattern.words, pair.wanted) for pair in firsts)


def _is_of_several(words: Words, place: int) -> bool:
    """Whether the words before a place make it one of several: `one of the largest`, `the second-largest`."""
    before = words.words[max(0, place - REACH) : place]
    of_several = any(pair in _ONE_OF for pair in pairwise(before)) or not _AMONG.isdisjoint(before)
    return of_several or (bool(before) and before[-1] in _LOWER)
