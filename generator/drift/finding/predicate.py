"""Tells a sentence that says something else of the same thing from a changed form of a wording.

`The five largest contractors in Norway met in Bergen` shares its subject with `The five largest contractors in Norway
plan with us`, and nothing of what is said. Without a lexicon a verb is known by what stands around it.
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from generator.drift.finding.align import Alignment, Pair, goes_on
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import sentence_begin, sentence_end
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.numbers.qualifier import is_negation
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.small_words import links, openers
from generator.drift.words import NUMBER, Words

LONG_BEGINNING = 7
"""A beginning of so many words is rarely the subject alone: `the five largest contractors in Norway`."""


def says_another_thing(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether both name one and the same thing, and each has words of its own to say of it.

    A single word that the wording has left may as well belong to the name: `its first year`.
    """
    pairs = () if found.reordered else _telling(pattern, found.pairs)
    if not pairs or not _is_one_thing(pattern.words, pairs[0].wanted, pairs[-1].wanted):
        return False
    begin, end = pairs[0], pairs[-1]
    start, finish = _sentence(words, begin.found, end.found)
    mine = _before(pattern.words.words[: begin.wanted]), pattern.words.words[end.wanted + 1 :]
    theirs = _before(words.words[start : begin.found]), words.words[end.found + 1 : finish + 1]
    said = (len(mine[0]) > 1 and _governs(mine[0])) or (len(mine[1]) > 1 and _tells(mine[1]))
    if (
        not said
        or _goes_on_otherwise(pairs, mine[1], theirs)
        or any(_keeps(one, other) for one, other in zip(mine, theirs, strict=True) if any(map(is_content, one)))
    ):
        return False
    return _governs(theirs[0]) or _tells(theirs[1])


def _goes_on_otherwise(pairs: tuple[Pair, ...], mine: list[str], theirs: tuple[list[str], list[str]]) -> bool:
    """Whether a long beginning of the wording begins the sentence, and both go on with a tie: that has the verb then.

    `Kelvaro teaches rail and road planning skills to dispatchers`, `… through courses and videos`.
    """
    if pairs[0].wanted or theirs[0] or not all(goes_on(one, other) for one, other in pairwise(pairs)):
        return False
    is_long = len(pairs) >= LONG_BEGINNING and len(pairs) > len(mine)
    return is_long and all(words and words[0] in links() for words in (mine, theirs[1]))


def _telling(pattern: Pattern, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs from the first content word to the last, and function words right beside them.

    A function word further off may stand in any sentence.
    """
    places = [at for at, pair in enumerate(pairs) if is_content(pattern.words.words[pair.wanted])]
    if not places:
        return ()
    first, last = places[0], places[-1]
    while first > 0 and goes_on(pairs[first - 1], pairs[first]):
        first -= 1
    while last + 1 < len(pairs) and goes_on(pairs[last], pairs[last + 1]):
        last += 1
    return pairs[first : last + 1]


def _is_one_thing(wording: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` are nouns tied to each other: no clause ends there, nothing shows a verb.

    What ends with a tie (`comes with`) is no noun with all that belongs to it.
    """
    if wording.words[last] in links() or any(ends_clause(wording, place) for place in range(first + 1, last + 1)):
        return False
    named = wording.words[first : last + 1]
    if any((word in stop_words() or is_negation(word)) and word not in links() | openers() for word in named):
        return False
    return not any(is_content(one) and (other == NUMBER or other in openers()) for one, other in pairwise(named))


def _before(words: list[str]) -> list[str]:
    """Words before a thing without those that open it: `the five` of `the five largest contractors`."""
    end = len(words)
    while end and (words[end - 1] in openers() or words[end - 1] == NUMBER):
        end -= 1
    return words[:end]


def _governs(before: list[str]) -> bool:
    """Whether words before a thing say what is done to it: `We spoke with`, but not only `in`."""
    return any(map(is_content, before))


def _tells(after: list[str]) -> bool:
    """Whether words behind a thing say something of it: `met in Bergen`; `for years` alone only adds to it."""
    content = sum(map(is_content, after))
    return content > 1 or (content == 1 and after[0] not in links())


def _keeps(mine: list[str], theirs: list[str]) -> bool:
    """Whether half of the words beside the thing are still there, with whatever between, or as many need no change."""
    half = (len(mine) + 1) // 2
    return Levenshtein.distance(mine, theirs) <= half or LCSseq.similarity(mine, theirs) >= half


def _sentence(words: Words, first: int, last: int) -> tuple[int, int]:
    begin = sentence_begin(words, first)
    clause = (at for at in range(first, begin, -1) if ends_clause(words, at))
    return next(clause, begin), sentence_end(words, last)
