"""Brings words of a source to how the wording writes: hyphens, compounds, digits that are a name, bounds and days."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from generator.drift.finding.pattern import Pattern
from generator.drift.numbers.bound import restate
from generator.drift.numbers.dated import redate
from generator.drift.reading.fold import fold
from generator.drift.words import NUMBER, Words

_ANY_HYPHEN = re.compile(r"[-‐‑\u00ad\x02\ufffe]")
_LINE_HYPHEN = re.compile(r"[-‐‑\u00ad\x02\ufffe](?:[ \t]*\r?\n\s*)?|[\x02\ufffe]\s*")


def mend(words: Words, pattern: Pattern) -> Words:
    """The words with `plat-⏎form` made one, `opensource` made two and digits read as the wording reads them."""
    if not _may_need_it(words, pattern):
        return words
    mended = Words(words.text)
    index, said = 0, 0
    while index < len(words):
        if words.starts[index] < said:
            index += 1
            continue
        if _is_joined(words, index, pattern):
            _copy(words, index, mended, word=words.words[index] + words.words[index + 1], end=words.ends[index + 1])
            index += 2
            continue
        for part in pattern.splits.get(words.words[index], (words.words[index],)):
            _copy(words, index, mended, word=part, end=words.ends[index])
        _reread(mended, pattern)
        said = restate(mended, pattern.bounds) if len(mended) - 1 in mended.quantities else 0
        redated = redate(mended, pattern.days) if pattern.days else ""
        index += 1
        if redated and words.words[index : index + 1] == [redated]:
            index += 1
    return mended


def _may_need_it(words: Words, pattern: Pattern) -> bool:
    if not len(words):
        return False
    hyphens = _ANY_HYPHEN.finditer(words.text, words.starts[0], words.ends[-1])
    if any(_is_joined(words, bisect_right(words.ends, hyphen.start()) - 1, pattern) for hyphen in hyphens):
        return True
    if not (pattern.splits.keys().isdisjoint(words.words) and pattern.figures.keys().isdisjoint(words.words)):
        return True
    if words.quantities and (pattern.bounds or pattern.days):
        return True
    return bool(pattern.versions or pattern.counts) and any(_name(words, place, pattern) for place in words.quantities)


def _is_joined(words: Words, index: int, pattern: Pattern) -> bool:
    """Whether a hyphen stands between a word and the next, and both are one in the wording."""
    if not 0 <= index < len(words) - 1 or words.words[index] + words.words[index + 1] not in pattern.known:
        return False
    between = words.text[words.ends[index] : words.starts[index + 1]]
    return between != "" and _LINE_HYPHEN.fullmatch(between) is not None


def _reread(mended: Words, pattern: Pattern) -> None:
    """Read the last word as the wording does where it has the same digits: whether `NORTHWIND 40` counts or names.

    `day 1` is read as `day one`.
    """
    last = len(mended) - 1
    word = mended.words[last]
    if word == NUMBER:
        if name := _name(mended, last, pattern):
            _call(mended, last, name, pattern)
            del mended.quantities[last]
    elif word in pattern.figures:
        mended.words[last] = NUMBER
        mended.quantities[last] = replace(pattern.figures[word], start=mended.starts[last], end=mended.ends[last])


def _name(words: Words, place: int, pattern: Pattern) -> str:
    """The word that the wording has for the number at a place; empty where it is a number there too."""
    written = fold(words.quote(place, place))
    return written if written in pattern.versions else pattern.count(written)


def _call(mended: Words, index: int, word: str, pattern: Pattern) -> None:
    mended.words[index] = word
    mended.weights[index] = pattern.words.weights[pattern.places[word][0]]


def _copy(words: Words, index: int, to: Words, *, word: str, end: int) -> None:
    if index in words.quantities:
        to.quantities[len(to)] = words.quantities[index]
    to.add(word, words.starts[index], end)
    to.weights.append(words.weights[index])
    to.breaks.append(words.breaks[index])
