"""Reads a date in figures as the day that the wording names, where it may be that: `10/12` as `October 12`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.figure import MONTHS
from generator.drift.words import Words


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of a wording; `behind` is the word read behind its number: the month, or what makes a share of `10/12`."""

    number: Quantity
    behind: str
    weight: float


def days_of(words: Words) -> tuple[Dated, ...]:
    """The numbers that are a day or may be one."""
    return tuple(
        Dated(number, word := _behind(words, place), words.weights[place + 1] if word else 0.0)
        for place, number in words.quantities.items()
        if number.unit in MONTHS or number.days
    )


def redate(words: Words, wanted: Sequence[Dated]) -> str:
    """Read the day whose number is the last of the words as the wording's, where one of the two is in figures.

    Gives the word read behind it, whose place the wording's has taken.
    """
    place = len(words) - 1
    number = words.quantities.get(place)
    mine = next((day for day in wanted if number and _is_one(day.number, number)), None)
    if number is None or mine is None:
        return ""
    words.quantities[place] = replace(
        number, low=mine.number.low, high=mine.number.high, unit=mine.number.unit, days=mine.number.days
    )
    if mine.behind:
        words.add(mine.behind, number.end, number.end)
        words.weights.append(mine.weight)
        words.breaks.append(0.0)
    return number.unit if number.unit in MONTHS else number.shared_by


def _is_one(mine: Quantity, theirs: Quantity) -> bool:
    return mine.may_be_on(theirs) or theirs.may_be_on(mine)


def _behind(words: Words, place: int) -> str:
    following, number = words.words[place + 1 : place + 2], words.quantities[place]
    return following[0] if following and following[0] in (number.unit, number.shared_by) else ""
