"""Tells a sentence that only has the frame of a wording: of which thing it is, and of what kind that is.

`Harbour Mail is a nonprofit organization behind open licences` has the name and the kind of `Harbour Mail is a
nonprofit organization that helps villages share a mailbox`, as any sentence about it may, and nothing of the claim.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import NamedTuple

from generator.drift.finding.align import Alignment, Pair, goes_on
from generator.drift.finding.clause import JOINING, ends_clause
from generator.drift.finding.edge import sentence_end
from generator.drift.finding.pattern import Pattern, is_content, tells
from generator.drift.reading.small_words import links, openers
from generator.drift.words import Words

KIND = 3
"""More words of content say more than of what kind a thing is."""
BEGUN = 2
"""So many words behind the kind are no claim yet: `that can`."""
_IS = frozenset({"is", "are", "was", "were", "ist", "sind", "war", "waren", "er", "var"})


class _Said(NamedTuple):
    """What stands behind the `is`: words before the kind, and behind it up to the end."""

    before: list[str]
    after: list[str]


def shares_only_the_frame(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether name, `is a` and kind are there, and of what the wording says of it less than half.

    Where the source ties the kind to another thing (`is among the fastest …`, `is a plugin for …`), nothing that
    stands before it in the wording may be there.
    """
    place = -1 if found.reordered or found.tile else _is_a(pattern, words, found)
    said = [pair for pair in found.pairs[place + 1 :] if tells(pattern.words.words[pair.wanted])] if place >= 0 else []
    if not said:
        return False
    is_pair, kind = found.pairs[place], _run(said)
    mine = _said(pattern.words, is_pair.wanted, kind[0].wanted, kind[-1].wanted, len(pattern.words) - 1)
    theirs = _said(words, is_pair.found, kind[0].found, kind[-1].found, sentence_end(words, found.last))
    if len(kind) == len(said) and _content(mine.before) and not (links() - JOINING).isdisjoint(theirs.before):
        return not any(is_pair.wanted + 1 < pair.wanted < kind[0].wanted for pair in found.pairs)
    if len(kind) > KIND or _goes_on(found, kind[-1]) > BEGUN or _tied_alike(mine.after, theirs.after):
        return False
    there = sum(pair.wanted > kind[-1].wanted for pair in found.pairs)
    little = 2 * (len(said) - len(kind)) < _content(mine.after) and 2 * there < len(mine.after)
    return little and _is_whole(mine.after) and _content(theirs.after) > 0


def _is_a(pattern: Pattern, words: Words, found: Alignment) -> int:
    """Which pair is the `is` that follows on the name in both, with `a` or `the` behind it in the wording; -1: none."""
    for at, pair in enumerate(found.pairs[1:], 1):
        if pattern.words.words[pair.wanted] in _IS and words.words[pair.found] in _IS:
            opened = pattern.words.words[pair.wanted + 1 : pair.wanted + 2]
            named = [word for word in pattern.words.words[: pair.wanted] if is_content(word)]
            there = [each for each in found.pairs[:at] if is_content(pattern.words.words[each.wanted])]
            begins = is_content(pattern.words.words[0]) or pattern.words.words[0] in openers()
            whole = begins and 0 < len(named) == len(there) and not openers().isdisjoint(opened)
            return at if whole and not any(ends_clause(pattern.words, to) for to in range(1, pair.wanted + 1)) else -1
    return -1


def _is_whole(after: list[str]) -> bool:
    """Whether the words behind the kind say something of it and are no part of its name: `that helps`, `built for`."""
    begins = next((at for at, word in enumerate(after[:2]) if not is_content(word)), None)
    return begins is not None and _content(after) > 1


def _goes_on(found: Alignment, kind: Pair) -> int:
    """How many words right behind the kind are the same in both."""
    behind = found.pairs[found.pairs.index(kind) :]
    return sum(1 for _ in takewhile(lambda two: goes_on(*two), pairwise(behind)))


def _tied_alike(mine: list[str], theirs: list[str]) -> bool:
    """Whether the kind is tied to something by the same word, of which one may be a change of the other."""
    return bool(mine and theirs) and mine[0] == theirs[0] and mine[0] in links()


def _run(pairs: list[Pair]) -> list[Pair]:
    """The first pairs that stand together, with no more than a tie such as `for` between two of them."""
    together = takewhile(lambda two: two[1].wanted - two[0].wanted == two[1].found - two[0].found <= 2, pairwise(pairs))
    return [pairs[0], *(after for _, after in together)]


def _said(words: Words, is_: int, first: int, last: int, end: int) -> _Said:
    return _Said(words.words[is_ + 1 : first], words.words[last + 1 : end + 1])


def _content(words: list[str]) -> int:
    return sum(map(tells, words))
