"""Finds words at the edges of a match that make less of it: `Some customers save …`, `…, except for support`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.drift.finding.align import Pair
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import parts
from generator.drift.finding.pattern import Pattern
from generator.drift.numbers.qualifier import ONLY, is_negation
from generator.drift.reading.fold import fold
from generator.drift.words import NUMBER, Words

_SOME_LIST = "some few several certain selected many most noen enkelte fleste mange manche einige viele meisten"
_SOME = frozenset(_SOME_LIST.split())
"""Before the first word, the claim is no longer made of all."""
_OF = frozenset({"of", "av", "von"})
_LIMIT_LIST = (
    "solely exclusively mostly average typically usually generally often sometimes nearly almost half hardly partly "
    "rarely snitt gjennomsnitt vanligvis ofte nesten flere få iblant delvis sjelden durchschnitt meist oft fast"
)
LIMITS = _SOME | ONLY | frozenset(map(fold, _LIMIT_LIST.split()))
"""Words, folded, that make less of a claim: without one it is larger, with one smaller than ours."""
_EXCEPT = frozenset(
    {"except", "unless", "excluding", "barring", "unntatt", "bortsett", "ausgenommen", "ausser", "sofern"}
)
"""Behind the last word of a sentence, it takes some of the claim back."""
_BUT = frozenset({"but", "though", "men", "aber"})
"""So do these with a limit or a negation: `but only in cities`, `but not on Sundays`."""


def cuts_a_limit(pattern: Pattern, pairs: Sequence[Pair]) -> bool:
    """Whether a limit before the first word, or a negation at either end, is cut off alone and not with its clause."""
    first, last = pairs[0].wanted, pairs[-1].wanted
    words = pattern.words
    before = words.words[:first] if first and not ends_clause(words, first) else []
    after = words.words[last + 1 :] if last + 1 < len(words) and not ends_clause(words, last + 1) else []
    return not LIMITS.isdisjoint(before) or any(map(is_negation, (*before, *after)))


def limit_before(pattern: Pattern, words: Words, pairs: Sequence[Pair], first: int) -> int:
    """The position of a word right before the match that limits what the wording says of all, or `first`."""
    whole = bool(pairs) and pairs[0].wanted == 0 and pairs[0].found == first
    if not whole or first == 0 or parts(words, first) or pattern.words.words[0] in _SOME | {NUMBER}:
        return first
    at = first - 1 - (first > 1 and words.words[first - 1] in _OF)
    if words.words[at] not in _SOME | ONLY:
        return first
    return at - (words.words[max(0, at - 1) : at + 1] == ["a", "few"])


def exception_behind(pattern: Pattern, words: Words, pairs: Sequence[Pair], last: int) -> int:
    """The position of an `except` or `unless` right behind the match, or `last`."""
    whole = bool(pairs) and pairs[-1].wanted == len(pattern.words) - 1 and pairs[-1].found == last
    if not whole or last + 1 >= len(words) or parts(words, last + 1):
        return last
    following = words.words[last + 1 : last + 3]
    if len(following) > 1 and following[0] in _BUT and (following[1] in LIMITS or is_negation(following[1])):
        return last + 2
    return last + 1 if following[0] in _EXCEPT else last
