"""Finds wordings of ours that say the same with different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from generator.drift.finding.pattern import is_content, prepare_all
from generator.drift.match import Matcher
from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.figure import measures
from generator.drift.numbers.qualifier import bound_before
from generator.drift.numbers.quantity import measured, quantities
from generator.drift.reading.fold import fold
from generator.drift.result import Disagreement, Kind, Match, NumberDifference
from generator.drift.tuning import DEFAULT
from generator.drift.wording import State, Wording
from generator.drift.words import NUMBER
from generator.model.block import Block, Place


def disagreements(wordings: Sequence[Wording]) -> tuple[Disagreement, ...]:
    """Pairs of wordings that disagree, each pair once. Retired ones are left out: they had their reasons."""
    counting = _with_numbers([each for each in wordings if each.state is not State.RETIRED])
    matcher = Matcher(counting)
    found: dict[tuple[str, str], Disagreement] = {}
    for wording in counting:
        for match in matcher.rivals([Block(wording.text, (Place(),))], as_of=_any_day(wording)):
            pair = (min(wording.id, match.wording.id), max(wording.id, match.wording.id))
            if wording.id != match.wording.id and _is_same_claim(match):
                found.setdefault(pair, Disagreement(match.wording, wording, match.numbers))
    for one, other, numbers in _of_one_shape(counting):
        found.setdefault((one.id, other.id), Disagreement(one, other, numbers))
    return tuple(found[pair] for pair in sorted(found))


def _of_one_shape(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording, tuple[NumberDifference, ...]]]:
    """Pairs that are the same but for how much, in what unit, or within what bounds: `3 days` and `3 weeks`."""
    shapes: dict[tuple[str, ...], list[tuple[Wording, list[_Figure]]]] = {}
    for wording in sorted(wordings, key=lambda each: each.id):
        figures = list(_figures(wording.text))
        shapes.setdefault(_shape(wording.text, figures), []).append((wording, figures))
    for shape, alike in shapes.items():
        if not any(map(is_content, shape)):
            continue
        for (one, mine), (other, theirs) in combinations(alike, 2):
            numbers = tuple(_differences(mine, theirs))
            if numbers and _measured(mine) == _measured(theirs):
                yield one, other, numbers


def _measured(figures: Sequence[_Figure]) -> list[str]:
    return [measures(figure.number.unit) for figure in figures]


class _Figure(NamedTuple):
    """A number with the words that bound it and name its unit: characters `start` to `end`."""

    number: Quantity
    start: int
    end: int
    said: str


def _figures(text: str) -> Iterator[_Figure]:
    for number in quantities(text):
        start, end = bound_before(text, number.start).start, measured(text, number)
        yield _Figure(number, start, end, text[start : max(end, number.behind[1])])


def _shape(text: str, figures: Sequence[_Figure]) -> tuple[str, ...]:
    """The words, with a sign for each number."""
    for figure in reversed(figures):
        behind, after = figure.number.behind
        tail = text[figure.end : behind] + text[after:] if after else text[figure.end :]
        text = f"{text[: figure.start]} {NUMBER} {tail}"
    return tuple(fold(word) for word in re.findall(rf"[^\W_]+(?:['’][^\W_]+)*|{NUMBER}", text))


def _differences(mine: Sequence[_Figure], theirs: Sequence[_Figure]) -> Iterator[NumberDifference]:
    for one, other in zip(mine, theirs, strict=True):
        if what := one.number.differs(other.number):
            yield NumberDifference(one.said, other.said, what, str(other.number), str(one.number))


def _with_numbers(wordings: Sequence[Wording]) -> list[Wording]:
    """Numbers differ only between two that have any; most have none and need not be compared with all others."""
    patterns, _ = prepare_all(wordings, DEFAULT)
    return [pattern.wording for pattern in patterns if pattern.words.quantities]


def _is_same_claim(match: Match) -> bool:
    """Only the numbers differ; `Plan A from $40` and `Plan B from $60` are two claims."""
    return bool(match.numbers) and match.kind is Kind.EXACT


def _any_day(wording: Wording) -> date:
    return wording.starts or wording.ends or date(2000, 1, 1)
