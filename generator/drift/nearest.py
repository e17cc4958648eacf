"""Finds the sentence that comes closest to a wording where no form of it was found: a hint, never a finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.drift.reading.commonness import common_words, stop_words
from generator.drift.reading.fold import fold
from generator.drift.result import NearMiss, Spot
from generator.drift.wording import Wording
from generator.model.block import Block

LEAST = 0.3
"""Below it two sentences of one trade share no more than its words: a third of their weight."""
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")


def nearest(wording: Wording, blocks: Sequence[Block]) -> NearMiss | None:
    """The nearest sentence by its words alone, whatever their order."""
    wanted = _bag(wording.text)
    best: NearMiss | None = None
    for spot, sentence in _sentences(blocks):
        similarity = _similarity(wanted, _bag(sentence))
        if similarity >= LEAST and (best is None or similarity > best.similarity):
            best = NearMiss(wording, round(similarity, 3), (spot,), sentence)
    return best


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[Spot, str]]:
    for number, block in enumerate(blocks):
        for found in _SENTENCE.finditer(block.text):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            if sentence := found[0].strip():
                yield Spot(number, start, start + len(sentence)), sentence


def _bag(text: str) -> Counter[str]:
    return Counter(fold(word) for word in _WORD.findall(text))


def _similarity(one: Counter[str], other: Counter[str]) -> float:
    both = _weight(one & other)
    return 2 * both / (_weight(one) + _weight(other)) if both else 0.0


def _weight(bag: Counter[str]) -> float:
    """Function words and everyday words say little of what a sentence is about."""
    light = stop_words() | common_words()
    return sum(count * (0.3 if word in light else 1.0) for word, count in bag.items())
