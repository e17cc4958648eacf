"""Decides whether an alignment is enough to call a stretch a form of the wording."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from generator.drift.finding.align import EQUAL_NUMBER, Alignment, Pair, goes_on
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.figure import counts_another
from generator.drift.finding.frame import shares_only_the_frame
from generator.drift.finding.pattern import Pattern, is_content
from generator.drift.finding.predicate import says_another_thing
from generator.drift.finding.short import SHORT_RUN, is_another, stands_alone
from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.figure import measures
from generator.drift.tuning import Tuning
from generator.drift.words import Words

SLIGHT = 8
"""A wording of fewer words is short."""
FEW = 2.1
"""Weight of content words that a short wording has to have to be known by: two may meet in any sentence."""
SWAPPED = 5
"""So many words may stand in the place of one: `most widely used open-source`."""
PLAIN_SHARE = 0.9
"""Share of a wording of few or plain words that must be there: without it, it is not known again."""
LONG_RUN = 6
"""A run of so many words that is half of the wording is hardly ever chance, whatever the words."""


def is_enough(
    pattern: Pattern, words: Words, found: Alignment, first: int, last: int, tuning: Tuning, *, across: bool = False
) -> bool:
    """Five ways: its claim or all of it with another number, a long run, a slip or one word swapped, a cut-off run,
    likeness.

    What may count something else has to be nearly the same otherwise: a range that has the number in it, a number of
    other things or in words of another order. A wording of a few words that is changed has to be a sentence of its own,
    and what only names the same thing is none.
    `across` several blocks neither the first way nor the last counts: what is merely similar there is so by chance.
    """
    if len(pattern.words) < SLIGHT and counts_another(pattern, words, found):
        return False
    if any(_is_open(pattern, words, found, pair) for pair in found.pairs):
        return not across and found.similarity >= tuning.beside_carried
    if not across and _differs_in_figures(pattern, words, found, tuning):
        return True
    if _is_too_plain(pattern, found, tuning):
        return False
    return _is_like(pattern, words, found, first, last, tuning, across=across) and not _is_something_else(
        pattern, words, found, first, last
    )


def _is_like(
    pattern: Pattern, words: Words, found: Alignment, first: int, last: int, tuning: Tuning, *, across: bool
) -> bool:
    """The last four ways: enough words of the wording are there, whatever they say."""
    weight, length = _longest_run(pattern, found)
    content = _content(pattern, words, found)
    if length >= LONG_RUN and 2 * length >= len(pattern.words) and content:
        return True
    if not found.reordered and content + _measure(pattern, words, found) < max(
        tuning.content_share * pattern.content, tuning.anchor
    ):
        return False
    if not found.reordered and content >= pattern.content / 2:
        slips = edits(pattern, words, found, first, last) <= max(1, int(tuning.edit_share * len(pattern.words)))
        if slips or _swaps_one_word(pattern, words, found):
            return True
        if weight >= tuning.run_share * pattern.total:
            return True
    needed = pattern.threshold - (tuning.claim_ease if _same_claim(found) else 0.0)
    return not across and found.similarity >= needed


def _is_too_plain(pattern: Pattern, found: Alignment, tuning: Tuning) -> bool:
    """Whether a wording of few or plain words lacks some of them."""
    there = sum(pattern.words.weights[pair.wanted] for pair in found.pairs)
    return pattern.content < tuning.anchor and there < PLAIN_SHARE * pattern.total


def _differs_in_figures(pattern: Pattern, words: Words, found: Alignment, tuning: Tuning) -> bool:
    """Whether the wording stands there, or at least its claim, with other numbers or with those in another place."""
    is_tile = found.tile and pattern.content >= tuning.anchor
    return found.figure or is_tile or restates_claim(pattern, words, found)


def restates_claim(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether the counted claim of the wording stands there with another number, in whatever sentence.

    `over 150 million websites` restates `more than 160 million websites`: same bound, same things, same order of size.
    """
    return any(
        pair.wanted in pattern.claims and _rivals(pattern.words.quantities[pair.wanted], words.quantities[pair.found])
        for pair in found.pairs
        if pair.extra > EQUAL_NUMBER
    )


def _is_something_else(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether only what it is about is there, or the words of a short wording are for something else."""
    if says_another_thing(pattern, words, found) or shares_only_the_frame(pattern, words, found):
        return True
    if len(pattern.words) >= SLIGHT:
        return False
    return _is_in_passing(pattern, words, found, first, last) or is_another(pattern, words, found, first, last)


def _is_in_passing(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> bool:
    """Whether a wording of a few words stands changed within a longer sentence."""
    return is_slight(pattern) and not stands_alone(words, first, last) and edits(pattern, words, found, first, last) > 0


def is_slight(pattern: Pattern) -> bool:
    """Whether a wording has neither a number nor words enough to be known by in the midst of a sentence."""
    return len(pattern.words) < SLIGHT and not pattern.words.quantities and pattern.content < FEW


def _is_open(pattern: Pattern, words: Words, found: Alignment, pair: Pair) -> bool:
    """Whether another number there may count something else than the wording does."""
    mine, theirs = pattern.words.quantities.get(pair.wanted), words.quantities.get(pair.found)
    if mine is None or theirs is None or not {"value", "unit"} & set(mine.differs(theirs)):
        return False
    is_other = mine.unit and theirs.unit and measures(mine.unit) != measures(theirs.unit)
    moved = found.reordered and not (pair.wanted in pattern.claims and pair.extra > EQUAL_NUMBER)
    return bool(is_other) or moved or not mine.is_of_size(theirs) or _leaves_open(pattern, words, pair)


def _leaves_open(pattern: Pattern, words: Words, pair: Pair) -> bool:
    """Whether one is a range that has the other in it: `10 to 40 % in some industries` denies no 40 %.

    Nor does a team of 12 deny what is built for teams of 5 to 200; but 17 % is another saving than 5 to 50 %.
    """
    mine, theirs = pattern.words.quantities.get(pair.wanted), words.quantities.get(pair.found)
    if mine is None or theirs is None or (mine.low == mine.high) == (theirs.low == theirs.high):
        return False
    one, span = (theirs, mine) if theirs.low == theirs.high else (mine, theirs)
    if span is mine and (mine.unit or theirs.unit):
        return False
    return max(span.low) <= max(one.low) <= max(span.high)


def _rivals(mine: Quantity, theirs: Quantity) -> bool:
    return mine.qualifier == theirs.qualifier and "value" in mine.differs(theirs) and mine.is_of_size(theirs)


def _content(pattern: Pattern, words: Words, found: Alignment) -> float:
    """Weight of the content words that are there; what measures another number tells no more than that does."""
    same = {pair.wanted for pair in found.pairs if _has_same_value(pattern, words, pair)}
    wanted = (pair.wanted for pair in found.pairs)
    return sum(
        pattern.words.weights[place]
        for place in wanted
        if is_content(pattern.words.words[place]) and pattern.measures.get(place) in {None, *same}
    )


def _has_same_value(pattern: Pattern, words: Words, pair: Pair) -> bool:
    mine, theirs = pattern.words.quantities.get(pair.wanted), words.quantities.get(pair.found)
    return mine is not None and theirs is not None and "value" not in mine.differs(theirs)


def _measure(pattern: Pattern, words: Words, found: Alignment) -> float:
    """Weight of the numbers with a unit that are the same: a price or a time tells as much as a name."""
    return sum(
        pattern.words.weights[pair.wanted]
        for pair in found.pairs
        if (mine := pattern.words.quantities.get(pair.wanted))
        and mine.unit
        and pair.found in words.quantities
        and not mine.differs(words.quantities[pair.found])
    )


def edits(pattern: Pattern, words: Words, found: Alignment, first: int, last: int) -> int:
    """Words to replace, insert or delete to get from the wording to words `first` to `last` of the source."""
    if not found.pairs:
        return len(pattern.words)
    begin, end = found.pairs[0], found.pairs[-1]
    wanted, there = pattern.words.words, words.words
    count = Levenshtein.distance(wanted[: begin.wanted], there[first : begin.found])
    count += Levenshtein.distance(wanted[end.wanted + 1 :], there[end.found + 1 : last + 1])
    count += sum(pair.credit < 1 for pair in found.pairs)
    return count + sum(max(b.wanted - a.wanted, b.found - a.found) - 1 for a, b in pairwise(found.pairs))


def _swaps_one_word(pattern: Pattern, words: Words, found: Alignment) -> bool:
    """Whether all is there but one word, however many stand in its place: `most popular`, `most widely used free`."""
    gaps = [(before, after) for before, after in pairwise(found.pairs) if not goes_on(before, after)]
    if len(pattern.words) < SLIGHT or len(found.pairs) != len(pattern.words) - 1 or len(gaps) != 1:
        return False
    before, after = gaps[0]
    new = range(before.found + 1, after.found)
    whole = found.pairs[0].wanted == 0 and after.wanted == before.wanted + 2
    return whole and len(new) <= SWAPPED and not any(ends_clause(words, at) for at in (*new, after.found))


def _longest_run(pattern: Pattern, found: Alignment) -> tuple[float, int]:
    """Weight and words of the longest unbroken run, if it has enough words."""
    best, longest, weight, length = 0.0, 0, 0.0, 0
    previous = None
    for pair in found.pairs:
        is_next = previous is not None and goes_on(previous, pair)
        weight = (weight if is_next else 0.0) + pair.credit * pattern.words.weights[pair.wanted]
        length = length + 1 if is_next else 1
        previous = pair
        if length >= SHORT_RUN:
            best, longest = max(best, weight), max(longest, length)
    return best, longest


def _same_claim(found: Alignment) -> bool:
    """Whether a number counts the same things in both: `160 million websites`, `over 150 million websites`."""
    return any(pair.extra > EQUAL_NUMBER for pair in found.pairs)
