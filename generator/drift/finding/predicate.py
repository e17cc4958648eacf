"""Tells a sentence that says something else of the same thing from a changed form of a wording.

`The five largest contractors in Norway met in Bergen` shares its subject with `The five largest contractors in Norway
plan with us`, and nothing of what is said. Without a lexicon a verb is known by what stands around it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from generator.drift.finding.align import Alignment, Pair, goes_on
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import parts
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.numbers.qualifier import is_negation
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold
from generator.drift.words import NUMBER, Words

_LINKS = """
as at by for from in into of off on onto out over per to toward towards up upon via with within without about above
across after against along among around below between beyond down during like near under until since through and or
og eller av på i til fra med mot uten hos om ved etter mellom
und oder von vom zu zum zur im am aus bei nach für auf an unter durch ohne
"""
"""Words that tie nouns together: `contractors in Norway`."""
_OPENERS = """
a an the this that these those all any both each every either neither few more most much many other another such some
no our ours your yours my his her its their
en et ei den det de alle hver hvert vår vårt våre din ditt dine deres
der die das dem des ein eine einer eines einem einen kein keine ihr ihre unser unsere
"""
"""Words that open a noun with all that belongs to it. Where one stands behind another noun, that was a verb."""


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
    if not said or any(
        _keeps(one, other) for one, other in zip(mine, theirs, strict=True) if any(map(is_content, one))
    ):
        return False
    return _governs(theirs[0]) or _tells(theirs[1])


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
    while first > 0 and not parts(words, first) and not ends_clause(words, first):
        first -= 1
    while last + 1 < len(words) and not parts(words, last + 1):
        last += 1
    return first, last


@lru_cache(maxsize=1)
def links() -> frozenset[str]:
    return frozenset(map(fold, _LINKS.split()))


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """The words, folded, that open a noun with all that belongs to it."""
    return frozenset(map(fold, _OPENERS.split()))
