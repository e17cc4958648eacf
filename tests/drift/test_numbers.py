"""Runs the pairs of `numbers/`: what a message says, what a source says in its place, and what is to be told of it.

Each file has sentences: `says:` with `{}` for the number, and below the verdict the pairs that it holds for.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.drift.match import Matcher
from generator.drift.numbers.beginning import MAY_BEGIN
from generator.drift.numbers.figure import WORDS
from generator.drift.numbers.german import GERMAN
from generator.drift.numbers.norse import NORSE
from generator.drift.numbers.quantity import _QUANTITY
from generator.drift.wording import Wording
from generator.model.block import Block, Place

HERE = Path(__file__).parent / "numbers"
VERDICTS = ("carried", "altered", "number")


class Pair(NamedTuple):
    """A number of a message in its sentence, and what a source has in its place."""

    says: str
    said: str
    found: str
    verdict: str


def _pairs() -> list[Pair]:
    sentences = (each for path in sorted(HERE.glob("*.yml")) for each in yaml.safe_load(path.read_text("utf-8")))
    return [
        Pair(each["says"], said, found, verdict)
        for each in sentences
        for verdict in VERDICTS
        for said, found in each.get(verdict, [])
    ]


@pytest.mark.parametrize("pair", _pairs(), ids=lambda pair: f"{pair.said} - {pair.found}")
def test_pair(pair: Pair) -> None:
    matcher = Matcher([Wording("message", pair.says.format(pair.said))])
    report = matcher.scan([Block(pair.says.format(pair.found), (Place(),))], as_of=date(2026, 6, 1))
    assert [match.verdict.value for match in report.matches] == [pair.verdict]


def test_no_number_is_passed_over() -> None:
    at_any_place = re.compile(_QUANTITY.pattern.removeprefix(MAY_BEGIN), _QUANTITY.flags)
    texts = [pair.says.format(pair.found) for pair in _pairs()]
    for word in WORDS:
        texts += [f"{word} million prosent", f"{word}hundre kroner", f"{word} o'clock", f"ni av {word}", f"{word} days"]
    assert at_any_place.pattern != _QUANTITY.pattern
    for text in texts:
        found, sought = _QUANTITY.finditer(text), at_any_place.finditer(text)
        assert [each.groups() for each in found] == [each.groups() for each in sought], text


@pytest.mark.parametrize("word", ["thirteen", "thirty", "thirty-one", *sorted(GERMAN), *sorted(NORSE)])
def test_a_number_in_words_is_one_whatever_else_stands_there(word: str) -> None:
    says = "Hotels with Northwind in Norway save {} % of their laundry cost."
    matcher = Matcher([Wording("message", says.format(word))])
    beside = f"4. {says.format(word)}"
    for text in (says.format(word), beside):
        report = matcher.scan([Block(text, (Place(),))], as_of=date(2026, 6, 1))
        assert [match.verdict.value for match in report.matches] == ["carried"], text
