"""The space within a number, its bound or its rate may be any: a wrapped line, two spaces, one that does not break."""

from __future__ import annotations

from datetime import date

import pytest

from generator.drift.match import Matcher
from generator.drift.wording import Wording
from generator.model.block import Block, Place

SENTENCES = (
    "Fernwick helps planners to cut their empty kilometres by {} in the first quarter.",
    "{} is what planners save on empty kilometres in the first quarter.",
)
PHRASES = (
    "up to 40 %", "at least 40 percent", "more than 40 per cent", "no more than 40 %", "not less than 40 %",
    "as much as 40 %", "at the very most 40 %", "a maximum of 40 %", "close to 40 %", "in the region of 40 %",
    "between 40 and 45 %", "40 to 45 %", "twenty five hours", "two hundred and forty hours", "two and a half hours",
    "1.2 million hours", "two million hours", "9 out of 10 hours", "two thirds of our hours", "half of all hours",
    "40 hours or more", "40 or more hours", "40 business days", "minus 40 degrees C", "one point five hours",
    "EUR 40 per month", "€40 per user and month", "€40 a month", "40 hours a week", "30 kg per day and per driver",
    "2 1/2 hours", "opptil 40 prosent", "ikke mer enn 40 timer", "40 kroner per måned", "3 × 10⁶ km",
    "1 March", "March 1", "from 9:30 to 10:00", "25 cents per km",
)  # fmt: skip
SPACES = {
    "wrap": "\n",
    "wrap and indent": "\n    ",
    "two": "  ",
    "no break": "\u00a0",
    "narrow": "\u202f",
    "line": "\x0b",
    "no width": "\u200b ",
}


def _report(message: str, text: str) -> list[str]:
    matches = Matcher([Wording("message", message)]).scan([Block(text, (Place(),))], as_of=date(2026, 6, 1)).matches
    return [match.verdict.value for match in matches]


@pytest.mark.parametrize("sentence", SENTENCES, ids=("within", "first"))
@pytest.mark.parametrize("phrase", PHRASES)
def test_any_space_within_a_number_is_the_same(phrase: str, sentence: str) -> None:
    message = sentence.format(phrase)
    others = {name: _report(message, sentence.format(phrase.replace(" ", space))) for name, space in SPACES.items()}
    assert others == {name: ["carried"] for name in SPACES}


@pytest.mark.parametrize("phrase", PHRASES)
def test_any_space_between_a_number_and_its_sentence_is_the_same(phrase: str) -> None:
    message = SENTENCES[0].format(phrase)
    others = {name: _report(message, message.replace(" ", space)) for name, space in SPACES.items()}
    assert others == {name: ["carried"] for name in SPACES}
