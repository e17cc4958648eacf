"""Compares the numbers that a source has in the place of the wording's: value, unit, bound, and by what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.pattern import Pattern, kin
from generator.drift.judging.moment import begins_then
from generator.drift.numbers.bound import bound_of
from generator.drift.numbers.measure import Rate
from generator.drift.numbers.quantity import measured, rate_of
from generator.drift.result import NumberDifference
from generator.drift.words import Words

_YEAR = re.compile(r"(?:19|20)\d\d")


def number_differences(pattern: Pattern, words: Words, pairs: tuple[Pair, ...]) -> tuple[NumberDifference, ...]:
    """The numbers that stand in both, and are not the same, years in the place of those of the wording included."""
    differences = list(_other_years(pattern, words, pairs))
    for pair in pairs:
        mine, theirs = pattern.words.quantities.get(pair.wanted), words.quantities.get(pair.found)
        if mine is None or theirs is None:
            continue
        what, other = mine.differs(theirs), _other_rate(pattern, words, pair)
        if what or other:
            is_bound = "qualifier" in what or _is_plus(pattern.words, pair.wanted) != _is_plus(words, pair.found)
            said = _quoted(pattern.words, pair.wanted, with_bound=is_bound, with_rate=other is not None)
            found = _quoted(words, pair.found, with_bound=is_bound, with_rate=other is not None)
            what = what if other is None or "qualifier" in what else (*what, "qualifier")
            differences.append(NumberDifference(said, found, what, str(theirs), str(mine)))
    return tuple(differences)


def _other_years(pattern: Pattern, words: Words, pairs: tuple[Pair, ...]) -> Iterator[NumberDifference]:
    """The years that stand where the wording has another: `since 1961` for `since 1962`."""
    mine = pattern.words
    steps = ((pair.wanted + step, pair.found + step) for pair in pairs for step in (1, -1))
    for place, there in dict.fromkeys(steps):
        if not (0 <= place < len(mine) and 0 <= there < len(words) and begins_then(mine, place)):
            continue
        said, found = mine.words[place], words.words[there]
        if said != found and _YEAR.fullmatch(said) and _YEAR.fullmatch(found):
            yield NumberDifference(said, found, ("value",), found, said)


def moved_number(pattern: Pattern, words: Words, found: Alignment) -> tuple[Pair, ...]:
    """The only number of the wording and the only one there, if it stands elsewhere in the sentence: `In 93 % of …`."""
    mine = [*pattern.words.quantities]
    theirs = [place for place in words.quantities if found.first <= place <= found.last]
    if not found.reordered or len(mine) != 1 or len(theirs) != 1 or any(pair.wanted == mine[0] for pair in found.pairs):
        return ()
    one, other = pattern.words.quantities[mine[0]], words.quantities[theirs[0]]
    return (Pair(mine[0], theirs[0], 1.0, 0.0),) if one.unit and one.unit == other.unit else ()


def _is_plus(words: Words, place: int) -> bool:
    return words.quote(place, place).endswith("+")


def _quoted(words: Words, place: int, *, with_bound: bool, with_rate: bool) -> str:
    """A number with its unit as written, if told with what bounds it and by what it is counted."""
    number, bound = words.quantities[place], bound_of(words, place)
    start, end = (bound.start, bound.end) if with_bound else (number.start, number.end)
    end = max(end, measured(words.text, number), number.behind[1] if with_bound else 0)
    return words.text[start : max(end, rate_of(words.text, number).end) if with_rate else end]


def _other_rate(pattern: Pattern, words: Words, pair: Pair) -> Rate | None:
    """By what the source counts the number of a pair, where the wording says nothing of it: `per user`."""
    theirs = rate_of(words.text, words.quantities[pair.found])
    mine = rate_of(pattern.words.text, pattern.words.quantities[pair.wanted])
    new = theirs.by - mine.by
    return theirs if any(not any(kin(by, word) for word in pattern.words.words) for by in new) else None


def last_of_rate(pattern: Pattern, words: Words, pairs: tuple[Pair, ...], last: int) -> int:
    """Where the match ends: with `per user` in `€49 per user`, if the wording says €49."""
    for pair in pairs:
        if pair.wanted in pattern.words.quantities and pair.found in words.quantities:
            other = _other_rate(pattern, words, pair)
            while other and last + 1 < len(words) and words.starts[last + 1] < other.end:
                last += 1
    return last
