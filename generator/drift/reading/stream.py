"""Turns text into arrays of words, each a place and a 32-bit hash, many words at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.drift.reading.characters import DIGIT, DROP, INNER, LETTER, SPREAD, codes, tables
from generator.drift.reading.fold import fold
from generator.drift.words import MERGE_FIELD

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]

_BASE = 0x9E3779B1
_MODULUS = 1 << 32
"""Two words in four thousand million share a hash; what is found through one is compared letter by letter later."""
_FIELD = re.compile(MERGE_FIELD)


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of a text: places in characters, hash of the folded word, whether it starts with a digit.

    `hyphens` are positions of words that end at a hyphen which the next word follows at once or on a new line.
    """

    starts: Ints
    ends: Ints
    hashes: Hashes
    numeric: NDArray[np.bool_]
    hyphens: Ints
    sizes: Ints

    def __len__(self) -> int:
        return len(self.starts)


class _Powers:
    """Powers of the hash base and of its inverse modulo 2^32, as many as the longest text so far needed."""

    def __init__(self) -> None:
        self.up: Hashes = np.ones(1, np.uint32)
        self.down: Hashes = np.ones(1, np.uint32)

    def upto(self, size: int) -> tuple[Hashes, Hashes]:
        if len(self.up) < size:
            self.up = _powers(_BASE, size)
            self.down = _powers(pow(_BASE, -1, _MODULUS), size)
        return self.up[:size], self.down[:size]


def _powers(base: int, size: int) -> Hashes:
    factors = np.full(size, base % _MODULUS, np.uint32)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint32)


_POWERS = _Powers()


def stream(text: str) -> Stream:
    """The words of `text` in arrays; merge fields are no words."""
    if "{{" in text:
        text = _FIELD.sub(lambda found: " " * len(found[0]), text)
    points = codes(text).astype(np.intp)
    class_of, folded_of = tables()
    classes, folded = class_of[points], folded_of[points]
    origin: Ints | None = None
    if not text.isascii() and (classes == SPREAD).any():
        classes, folded, origin = _spread(text, classes, folded)
    elif (dropped := classes == DROP).any():
        shown = ~dropped
        origin = np.flatnonzero(shown)
        classes, folded = classes[shown], folded[shown]
    return _words(classes, folded, origin)


def _spread(
    text: str, classes: NDArray[np.uint8], folded: NDArray[np.uint32]
) -> tuple[NDArray[np.uint8], NDArray[np.uint32], Ints]:
    """Drop invisible characters and write out ligatures; also where each character came from."""
    times = (classes != DROP).astype(np.int64)
    written = {int(index): fold(text[index]) for index in np.flatnonzero(classes == SPREAD)}
    for index, letters in written.items():
        times[index] = len(letters)
    origin = np.repeat(np.arange(len(classes)), times)
    shown, letters_of = classes[origin], folded[origin]
    firsts = np.cumsum(times) - times
    for index, letters in written.items():
        place = int(firsts[index])
        letters_of[place : place + len(letters)] = [ord(letter) for letter in letters]
        shown[place : place + len(letters)] = LETTER
    return shown, letters_of, origin


def _words(classes: NDArray[np.uint8], folded: NDArray[np.uint32], origin: Ints | None) -> Stream:
    padded = np.zeros(len(classes) + 2, np.bool_)
    inside = padded[1:-1]
    np.logical_or(classes == LETTER, classes == DIGIT, out=inside)
    _keep_inner(classes, inside)
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    firsts, lasts = edges[::2], edges[1::2]
    up, down = _POWERS.upto(len(classes) + 1)
    sums = np.zeros(len(classes) + 1, np.uint32)
    np.cumsum((folded + np.uint32(1)) * up[:-1], out=sums[1:])
    hashes = (sums[lasts] - sums[firsts]) * down[firsts]
    numeric = classes[firsts] == DIGIT
    starts = firsts if origin is None else origin[firsts]
    ends = lasts if origin is None else (origin[lasts - 1] + 1 if len(lasts) else lasts)
    return Stream(starts, ends, hashes, numeric, _hyphens(folded, firsts, lasts), lasts - firsts)


def _keep_inner(classes: NDArray[np.uint8], inside: NDArray[np.bool_]) -> None:
    """Keep `.`, `,` and `_` within `1,200.50`."""
    marks = np.flatnonzero(classes == INNER)
    marks = marks[(marks > 0) & (marks < len(classes) - 1)]
    inside[marks[(classes[marks - 1] == DIGIT) & (classes[marks + 1] == DIGIT)]] = True


def _hyphens(folded: NDArray[np.uint32], firsts: Ints, lasts: Ints) -> Ints:
    """Words that a hyphen follows, when only white space stands before the next word."""
    if len(firsts) < 2:
        return np.zeros(0, np.int64)
    after = folded[lasts[:-1]]
    hyphen = (after == 0x2D) | (after == 0x02) | (after == 0xFFFE) | (after == 0x2010) | (after == 0x2011)
    return np.flatnonzero(hyphen & (firsts[1:] - lasts[:-1] <= 4))


def joined_hashes(words: Stream, at: Ints) -> Hashes:
    """Hashes of each word at `at` written together with the next."""
    up, _ = _POWERS.upto(int(words.sizes.max(initial=0)) + 1)
    joined: Hashes = words.hashes[at] + up[words.sizes[at]] * words.hashes[at + 1]
    return joined
