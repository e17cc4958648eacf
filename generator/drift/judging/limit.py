"""Finds words at the edges of a match that make less of it: `Some customers save …`, `…, as long as it is sunny`."""

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

_AT_TIMES_LIST = """
usually / typically / generally / normally / mostly / often / sometimes / on average / as a rule / as a general rule
in most cases / in many cases / in some cases / in certain cases / in a few cases / in several cases / most of the time
for the most part / under normal circumstances / under normal conditions
vanligvis / normalt / ofte / noen ganger / stort sett / som regel / som oftest / i snitt / i gjennomsnitt
i de fleste tilfeller / i mange tilfeller / i noen tilfeller / i enkelte tilfeller / i visse tilfeller
meist / meistens / oft / manchmal / normalerweise / üblicherweise / in der Regel / im Schnitt / im Durchschnitt
in den meisten Fällen / in vielen Fällen / in manchen Fällen / in einigen Fällen / in bestimmten Fällen
"""
_IF_LIST = """
if / as long as / so long as / provided that / provided the / provided you / provided your / provided all / provided it
provided there / providing that / assuming that / assuming the / assuming you / on condition that
on the condition that / subject to / depending on / only if / only when / only where / only for / where possible
where available / wherever possible
hvis / dersom / såfremt / så lenge / så sant / forutsatt at / med mindre / avhengig av / bare hvis / bare når / kun hvis
kun når / falls / solange / vorausgesetzt / unter der Voraussetzung / es sei denn / abhängig von / je nach / nur wenn
"""


def _phrases(given: str) -> dict[int, frozenset[tuple[str, ...]]]:
    """The phrases, folded, by how many words they have."""
    read = [tuple(map(fold, phrase.split())) for line in given.strip().splitlines() for phrase in line.split(" / ")]
    return {length: frozenset(each for each in read if len(each) == length) for length in sorted({*map(len, read)})}


_AT_TIMES = _phrases(_AT_TIMES_LIST)
"""Before the first word, or as the last words of a clause, the claim is made of most times only."""
_IF = _phrases(_IF_LIST)
"""Behind the last word, the claim is made under a condition. Before it, `if` mostly only turns to the reader."""
_WHILE_LIST = "as long as / so long as / until / till / solange / bis / så lenge / inntil / til"
_WHILE = tuple(tuple(map(fold, phrase.split())) for phrase in _WHILE_LIST.split(" / "))
_WHOM_LIST = "you your we our they it sie ihr ihre wir du vi din dere de den det"
_WHOM = frozenset(_WHOM_LIST.split())
"""Before a claim, `until` and one of these begin a clause; `Until March` is the time of an offer."""
_PLEASE_LIST = (
    "like want wish prefer please need takes lasts vil ønsker trenger wollen möchten wünschen mögen brauchen gewünscht"
)
_PLEASE = frozenset(map(fold, _PLEASE_LIST.split()))
"""`for 30 days, if you like` and `for as long as it takes` are no conditions."""
_IF_NOT = frozenset({"not", "any", "ever", "ikke", "nicht"})
"""`within two days, if not sooner` makes more of it."""


def cuts_a_limit(pattern: Pattern, pairs: Sequence[Pair]) -> bool:
    """Whether a limit before the first word, or a negation at either end, is cut off alone and not with its clause."""
    first, last = pairs[0].wanted, pairs[-1].wanted
    words = pattern.words
    before = words.words[:first] if first and not ends_clause(words, first) else []
    after = words.words[last + 1 :] if last + 1 < len(words) and not ends_clause(words, last + 1) else []
    return not LIMITS.isdisjoint(before) or any(map(is_negation, (*before, *after)))


def limit_before(pattern: Pattern, words: Words, pairs: Sequence[Pair], first: int) -> int:
    """The position of words right before the match that limit what the wording says of all, or `first`."""
    whole = bool(pairs) and pairs[0].wanted == 0 and pairs[0].found == first
    if not whole or first == 0 or parts(words, first):
        return first
    for length, phrases in _AT_TIMES.items():
        said = tuple(words.words[max(0, first - length) : first])
        if said in phrases and not _is_said(pattern, said):
            return first - length
    if (start := _span_before(pattern, words, first)) is not None:
        return start
    if pattern.words.words[0] in _SOME | {NUMBER}:
        return first
    at = first - 1 - (first > 1 and words.words[first - 1] in _OF)
    if words.words[at] not in _SOME | ONLY:
        return first
    return at - (words.words[max(0, at - 1) : at + 1] == ["a", "few"])


def _span_before(pattern: Pattern, words: Words, first: int) -> int | None:
    """The position of a clause right before the match that says how long it holds: `Until you cancel, …`."""
    start, _ = words.unbroken(first, first)
    opened = next((phrase for phrase in _WHILE if tuple(words.words[start : start + len(phrase)]) == phrase), ())
    following = words.words[start + len(opened) : first]
    if not opened or _WHOM.isdisjoint(following[:1]) or not ends_clause(words, first):
        return None
    return None if _is_said(pattern, opened) or not _PLEASE.isdisjoint(following) else start


def exception_behind(pattern: Pattern, words: Words, pairs: Sequence[Pair], last: int) -> int:
    """The position of the last of the words right behind the match that take some of it back, or `last`."""
    whole = bool(pairs) and pairs[-1].wanted == len(pattern.words) - 1 and pairs[-1].found == last
    if not whole or last + 1 >= len(words) or parts(words, last + 1):
        return last
    following = words.words[last + 1 : last + 3]
    if len(following) > 1 and following[0] in _BUT and (following[1] in LIMITS or is_negation(following[1])):
        return last + 2
    return last + 1 if following[0] in _EXCEPT else last + _condition(pattern, words, last + 1)


def _condition(pattern: Pattern, words: Words, start: int) -> int:
    """How many words from `start` on say when the claim holds, or under what condition."""
    for length in sorted({*_AT_TIMES, *_IF}, reverse=True):
        end = start + length
        said = tuple(words.words[start:end])
        if end > len(words) or _is_said(pattern, said) or any(parts(words, at) for at in range(start + 1, end)):
            continue
        following = words.words[end : end + 2]
        if said in _IF.get(length, ()) and _PLEASE.isdisjoint(following) and _IF_NOT.isdisjoint(following[:1]):
            return length
        goes_on = end < len(words) and not (parts(words, end) or ends_clause(words, end))
        if said in _AT_TIMES.get(length, ()) and not (goes_on and (length == 1 or ends_clause(words, start))):
            return length
    return 0


def _is_said(pattern: Pattern, said: tuple[str, ...]) -> bool:
    """Whether the wording has the words itself."""
    return pattern.known.issuperset(said)
