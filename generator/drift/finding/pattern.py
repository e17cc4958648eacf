"""Prepares a wording for comparison: its words, their weights, and which words of a source may be one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.bound import Bound, bounds_of
from generator.drift.numbers.dated import Dated, days_of
from generator.drift.numbers.figure import word_value
from generator.drift.numbers.quantity import measured
from generator.drift.reading.commonness import Weights, stop_words
from generator.drift.reading.contraction import contracted
from generator.drift.reading.fold import fold
from generator.drift.reading.spelling import is_misspelt
from generator.drift.tuning import Tuning
from generator.drift.wording import Wording
from generator.drift.words import NUMBER, Words, split

_ENDING_LIST = "s es e ed d ing er ers or ors ly al ally y ies ied ion ions ation ations ment ments ness able en n t"
_ENDINGS = frozenset(_ENDING_LIST.split()) | {""}
_MEMORY = 20_000
HYPHENS = frozenset("-‐‑")


@dataclass(slots=True)
class Pattern:
    """A wording ready to be aligned. `places` gives the positions of each word; `total` is the weight of all words.

    `content` is the weight of the words that say what it is about, `claims` are the positions of bounded numbers of
    counted things (`more than 800 customers`), `measures` those of units in words (`days`), each with its number's.
    `figures` are its plain numbers as written and `versions` the digits that are a name. `counts` the words such as
    `one` by their value, `bounds` what bounds its numbers, `days` those that are a day or may be one. `said` is all of
    it, to look for others in.
    `sure` is the weight of the words that nobody writes as one: `do not` may be `don't`.
    `whole` is the message, of a pattern of its first sentences, or of its first clause, which `is_claim`.
    """

    wording: Wording
    words: Words
    threshold: float
    total: float
    content: float
    places: dict[str, list[int]]
    known: frozenset[str]
    splits: dict[str, tuple[str, ...]]
    nouns: dict[int, list[str]]
    claims: frozenset[int]
    measures: dict[int, int]
    figures: dict[str, Quantity]
    versions: frozenset[str]
    counts: dict[float, str]
    bounds: tuple[Bound, ...]
    days: tuple[Dated, ...]
    kin_credit: float
    said: str
    sure: float
    memory: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    whole: Pattern | None = None
    is_claim: bool = False

    def positions(self, word: str) -> tuple[tuple[int, float], ...]:
        """Where `word` may stand in the wording, with its credit: 1 for the word itself, less for other forms of it."""
        found = self.memory.get(word)
        if found is None:
            if len(self.memory) > _MEMORY:
                self.memory.clear()
            found = self.memory[word] = self._look_up(word)
        return found

    def count(self, digits: str) -> str:
        """The wording's own word for digits that it does not have: `one` for `1`."""
        plain = digits.isascii() and digits.isdigit() and digits not in self.figures
        return self.counts.get(float(digits), "") if plain else ""

    def _look_up(self, word: str) -> tuple[tuple[int, float], ...]:
        exact = self.places.get(word)
        if exact is not None:
            return tuple((place, 1.0) for place in exact)
        near = [
            place
            for other, places in self.places.items()
            if kin(word, other) or is_misspelt(word, other)
            for place in places
        ]
        return tuple((place, self.kin_credit) for place in sorted(near))


def prepare_all(wordings: Iterable[Wording], tuning: Tuning) -> tuple[list[Pattern], Weights]:
    """The patterns of all wordings that have words, by id, and the weights of all words."""
    weights = Weights(tuning)
    patterns = (prepare(wording, tuning, weights) for wording in sorted(wordings, key=lambda wording: wording.id))
    return [pattern for pattern in patterns if len(pattern.words)], weights


def prepare(wording: Wording, tuning: Tuning, weights: Weights) -> Pattern:
    """The pattern of one wording."""
    words = split(wording.text, tuning, weights)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words.words):
        places.setdefault(word, []).append(place)
    nouns = {place: nouns_after(words, place) for place in words.quantities}
    return Pattern(
        wording=wording,
        words=words,
        threshold=_threshold(words, tuning),
        total=sum(words.weights),
        places=places,
        known=frozenset(words.words),
        splits=_splits(words),
        nouns=nouns,
        claims=frozenset(place for place, number in words.quantities.items() if _is_claim(number, nouns[place])),
        measures=_measures(words),
        figures={
            written: number
            for place, number in words.quantities.items()
            if (written := fold(words.quote(place, place))) not in stop_words()
        },
        versions=frozenset(word for word in words.words if word[0].isdigit()),
        counts=_counts(words),
        bounds=bounds_of(words),
        days=days_of(words),
        kin_credit=tuning.kin_credit,
        said=spaced(words.keys(0, len(words) - 1)),
        sure=_sure(words),
        content=sum(weight for word, weight in zip(words.words, words.weights, strict=True) if is_content(word)),
    )


def _sure(words: Words) -> float:
    loose = contracted(words.words)
    return sum(weight for place, weight in enumerate(words.weights) if place not in loose)


def spaced(words: Iterable[str]) -> str:
    """Words in a row, each between spaces: no part of one is found in it."""
    return f" {' '.join(words)} "


def _threshold(words: Words, tuning: Tuning) -> float:
    """Similarity to reach; more for a wording of everyday words, which turn up together by chance."""
    content = [weight for word, weight in zip(words.words, words.weights, strict=True) if is_content(word)]
    plainness = 1 - sum(content) / len(content) if content else 0.0
    return tuning.threshold(len(words)) + tuning.plain_extra * plainness


def _is_claim(number: Quantity, nouns: list[str]) -> bool:
    return bool(nouns and number.qualifier and not number.unit)


def _measures(words: Words) -> dict[int, int]:
    ends = {place: measured(words.text, number) for place, number in words.quantities.items()}
    return {
        index: place
        for place, end in ends.items()
        for index in range(place + 1, len(words))
        if words.starts[index] < end
    }


def is_content(word: str) -> bool:
    """Whether a word says what a message is about: no function word, no number."""
    return word != NUMBER and word not in stop_words()


def tells(word: str) -> bool:
    """Whether a word says what a sentence claims: a number or a word of content."""
    return word == NUMBER or is_content(word)


def _counts(words: Words) -> dict[float, str]:
    """Words that may count, by their value; where `two` counts, `to` is not the Norwegian for it."""
    counted = {value for number in words.quantities.values() for value in number.low | number.high}
    return {value: word for word in words.words if (value := word_value(word)) is not None and value not in counted}


def _splits(words: Words) -> dict[str, tuple[str, ...]]:
    """Neighbours that may be written as one word: `open source`, and with a function word only `set-up`."""
    splits: dict[str, tuple[str, ...]] = {}
    for place, (one, other) in enumerate(pairwise(words.words)):
        hyphened = words.text[words.ends[place] : words.starts[place + 1]] in HYPHENS
        if NUMBER not in (one, other) and (hyphened or not stop_words() & {one, other}):
            splits[one + other] = (one, other)
    return splits


def nouns_after(words: Words, place: int) -> list[str]:
    """The words after a number that say what is counted: `happy customers` in `800 happy customers in Europe`."""
    nouns: list[str] = []
    for index in range(place + 1, min(place + 4, len(words))):
        if words.breaks[index] or words.words[index] in stop_words():
            break
        nouns.append(words.words[index])
    return nouns


def kin(one: str, other: str) -> bool:
    """Whether two folded words are inflections of one word: `provide` and `providing`, `package` and `packages`."""
    if one == other:
        return True
    if one[:3] != other[:3] or min(len(one), len(other)) < 3:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if shared < 3 or shared * 2 <= max(len(one), len(other)):
        return False
    return one[shared:] in _ENDINGS and other[shared:] in _ENDINGS
