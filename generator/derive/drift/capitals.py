"""Gives the words of a changed quote their capitals: after a full stop that came, at the beginning that stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

_FIRST_WORD = re.compile(r"\w+")


class Piece(NamedTuple):
    """Characters `start` to `end` of a quote become `new`."""

    start: int
    end: int
    new: str


Kept = tuple[tuple[int, int], tuple[int, int], bool]
"""What stays: its characters in the quote and in the offer, and whether it comes to begin a sentence or ceases to."""


def with_capitals(
    quote: str, offer: str, pieces: Sequence[Piece], kept: Sequence[Kept], *, begins: bool
) -> list[Piece] | None:
    """The pieces, and those that give words beside them the capitals they need; None where that is not known.

    A quote whose other words have capitals of their own, as in a headline, shows no rule for the words that come.
    """
    first = _FIRST_WORD.search(offer)
    recased: list[Piece] = []
    own = 0
    for (start, end), (at, to), is_beside in kept:
        word, right = quote[start:end], offer[at:to]
        if word == right or not word[0].isalpha() or word.casefold() != right.casefold():
            continue
        if first and at <= first.start() < to:
            if is_beside and _wants_capital(quote, begins=begins):
                recased.append(Piece(start, end, right))
        elif is_beside:
            recased.append(Piece(start, end, right))
        else:
            own += 1
    if own and any(any(map(str.isalpha, piece.new)) for piece in pieces):
        return None
    opened = _opened(quote, first, pieces, begins=begins)
    return None if opened is None else sorted([*opened, *recased])


def _opened(quote: str, first: re.Match[str] | None, pieces: Sequence[Piece], *, begins: bool) -> list[Piece] | None:
    """The pieces, the first of which may write the first word of the offer: small inside a sentence."""
    if not pieces or first is None or _wants_capital(quote, begins=begins) or not first[0][0].isupper():
        return list(pieces)
    one = pieces[0]
    is_first = not any(map(str.isalnum, quote[: one.start])) and _FIRST_WORD.match(one.new.lstrip())
    if not is_first or not one.new.lstrip().startswith(first[0]):
        return list(pieces)
    if fold(first[0]) not in stop_words():
        return None
    at = one.new.index(first[0])
    return [one._replace(new=one.new[:at] + first[0].lower() + one.new[at + len(first[0]) :]), *pieces[1:]]


def _wants_capital(quote: str, *, begins: bool) -> bool:
    """Whether the quote begins as a sentence does."""
    word = _FIRST_WORD.search(quote)
    return word[0][0].isupper() if word and word[0][0].isalpha() else begins
