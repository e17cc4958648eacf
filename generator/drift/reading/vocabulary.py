"""Gives every word of the wordings and terms a number, and looks up the words of a text a whole stretch at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.drift.numbers.figure import spellings_of_time
from generator.drift.reading.fold import fold
from generator.drift.reading.spelling import slips
from generator.drift.reading.stream import Hashes, Stream, joined_hashes, stream

UNKNOWN, NUMBER_ID = 0, 1
_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred twice"
)
_MIX = 0x85EBCA77
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


@dataclass(frozen=True, slots=True)
class _Layer:
    factor: np.uint32
    shift: np.uint32
    keys: Hashes
    numbers: NDArray[np.int32]


class Vocabulary:
    """Words by number: 0 for a word of none of the wordings, 1 for any number."""

    def __init__(self, texts: Iterable[str], misspelt: Iterable[str] = ()) -> None:
        """The words of all texts with their inflections, those of `misspelt` with slips of the pen too."""
        self._ids = dict.fromkeys(_hashes(_NUMBER_WORDS.split()), NUMBER_ID)
        words = sorted({word for text in texts for word in _plain_words(text)})
        self.size = NUMBER_ID + 1
        for key in _hashes(words):
            self.size += int(self._ids.setdefault(key, self.size) == self.size)
        self._add_forms(words, _forms)
        for word in words:  # `month`, `mo` and `måned` have one number
            self._ids.update(dict.fromkeys(_hashes([*spellings_of_time(word)]), self._ids[_hashes([word])[0]]))
        self._add_forms(sorted({word for text in misspelt for word in map(fold, _plain_words(text))}), slips)
        self._layers = _layers(self._ids)

    def _add_forms(self, words: list[str], forms: Callable[[str], Iterable[str]]) -> None:
        """Give other forms of a word its number: candidates are found by number, and weighed letter by letter later."""
        formed = [word for word in words if len(word) >= 4 and not word[0].isdigit()]
        pairs = [(word, form) for word in formed for form in forms(word)]
        own, other = _hashes([word for word, _ in pairs]), _hashes([form for _, form in pairs])
        for word, form in zip(own, other, strict=True):
            self._ids.setdefault(form, self._ids[word])

    def numbers(self, words: Stream) -> NDArray[np.int32]:
        """The number of every word of a stream; a word hyphenated at a line end has its number at its first half."""
        ids = self._look_up(words.hashes)
        ids[words.numeric] = NUMBER_ID
        if len(words.hyphens):
            whole = self._look_up(joined_hashes(words, words.hyphens))
            known = whole > UNKNOWN
            ids[words.hyphens[known]] = whole[known]
            ids[words.hyphens[known] + 1] = UNKNOWN
        return ids

    def _look_up(self, hashes: Hashes) -> NDArray[np.int32]:
        first, *others = self._layers
        slots = (hashes >> first.shift).astype(np.intp)
        keys = first.keys[slots]
        ids = np.where(keys == hashes, first.numbers[slots], 0)
        rest = np.flatnonzero((keys != hashes) & (keys != 0))
        for layer in others:
            wanted = hashes[rest]
            slots = ((wanted * layer.factor) >> layer.shift).astype(np.intp)
            found = layer.keys[slots] == wanted
            ids[rest[found]] = layer.numbers[slots[found]]
        return ids


def _hashes(words: list[str]) -> list[int]:
    hashes: list[int] = stream(" ".join(words)).hashes.tolist()
    return hashes


def _plain_words(text: str) -> list[str]:
    words = stream(text)
    return [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


def _forms(word: str) -> list[str]:
    base = [word + ending for ending in _ENDINGS]
    if word.endswith("e"):
        base += [word[:-1] + "ing"]
    if word.endswith("y"):
        base += [word[:-1] + "ies", word[:-1] + "ied"]
    for ending in ("s", "es", "ed", "ing", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            base += [stem, stem + "e", stem + "s", stem + "ed", stem + "ing"]
    return base


def _layers(ids: dict[int, int]) -> list[_Layer]:
    """Hash tables without chains: what finds its slot taken goes to the next table."""
    bits = max(10, (4 * len(ids)).bit_length())
    layers: list[_Layer] = []
    rest = dict(sorted(ids.items()))
    while rest:
        keys, numbers = np.zeros(1 << bits, np.uint32), np.zeros(1 << bits, np.int32)
        factor, later = pow(_MIX, len(layers), 1 << 32), {}
        for key, number in rest.items():
            slot = (key * factor % (1 << 32)) >> (32 - bits)
            if keys[slot]:
                later[key] = number
            else:
                keys[slot], numbers[slot] = key, number
        layers.append(_Layer(np.uint32(factor), np.uint32(32 - bits), keys, numbers))
        rest = later
    return layers
