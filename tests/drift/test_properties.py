"""What holds for any text: an exact wording is carried, spans lie within their blocks, nothing falls over."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drift.match import Matcher
from generator.drift.numbers.quantity import quantities
from generator.drift.wording import State, Term, Wording
from generator.model.block import Block, Place

TODAY = date(2026, 6, 1)
NAMES = ("northwind", "seller", "playbook", "Ramp", "quarter", "Zürich", "café", "coaching", "forecast", "pipeline's")
OTHERS = ("e-mail", "über", "every", "the", "of", "and", "with", "for", "40 %", "1,200", "three", "tunes", "ready")
messages = st.tuples(
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=5), st.lists(st.sampled_from(NAMES + OTHERS), max_size=15)
).map(lambda parts: " ".join((*parts[0], *parts[1])))
surroundings = st.text(alphabet="abcdefghij \n.,", max_size=60)


def _blocks(*texts: str) -> list[Block]:
    return [Block(text, (Place(),)) for text in texts if text]


@settings(max_examples=60, deadline=None)
@given(messages, surroundings)
def test_exact_wording_is_carried_whatever_stands_beside(text: str, beside: str) -> None:
    report = Matcher([Wording("one", text)]).scan(_blocks(beside, text, beside), as_of=TODAY)
    assert "carried" in {match.verdict for match in report.matches}


@settings(max_examples=60, deadline=None)
@given(messages, st.sampled_from((str.upper, str.title, lambda text: unicodedata.normalize("NFD", text))), st.data())
def test_case_accents_and_white_space_change_nothing(text: str, change, data) -> None:
    gaps = data.draw(st.lists(st.sampled_from((" ", "  ", "\n", "\u00a0", "\u200b ")), min_size=40, max_size=40))
    written = "".join(word + gap for word, gap in zip(change(text).replace("'", "’").split(), gaps, strict=False))
    report = Matcher([Wording("one", text)]).scan(_blocks(written), as_of=TODAY)
    assert "carried" in {match.verdict for match in report.matches}


@settings(max_examples=60, deadline=None)
@given(messages)
def test_an_exact_retired_wording_is_retired(text: str) -> None:
    report = Matcher([Wording("one", text, state=State.RETIRED)]).scan(_blocks(text), as_of=TODAY)
    assert {match.verdict for match in report.matches} == {"retired"}


@settings(max_examples=60, deadline=None)
@given(messages, st.lists(st.text(max_size=80), max_size=6))
def test_any_text_gives_spans_within_its_blocks(text: str, others: list[str]) -> None:
    blocks = _blocks(*others, text[: len(text) // 2], text[::-1], text + " " + "".join(others))
    for match in Matcher([Wording("one", text)]).scan(blocks, as_of=TODAY).matches:
        assert 0 <= match.similarity <= 1
        for spot in (*match.spots, *match.also):
            assert 0 <= spot.start < spot.end <= len(blocks[spot.block].text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,'-–/%$€ kKmMxX+\n#[]:aNof", max_size=60))
def test_numbers_lie_in_order_within_the_text(text: str) -> None:
    end = 0
    for number in quantities(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        assert number.low and number.high


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_reads_the_same_in_every_notation(value: int) -> None:
    notations = {
        f"{value:,}",
        f"{value:,}".replace(",", " "),
        f"{value:,}".replace(",", "."),
        f"{value:,}".replace(",", "_"),
    }
    for written in notations:
        (number,) = quantities(f"over {written} customers")
        assert float(value) in number.low
        assert number.qualifier == "at least"


@pytest.mark.parametrize("signs", ["&", "& ", "…", " - ", "1,", "1", ".1", "a1,1", "a'"])
def test_signs_without_end_beside_a_message_cost_no_time(signs: str) -> None:
    """They are no words of its sentence, before, behind or within it, nor is a word that fills pages."""
    flood = signs * (2_000_000 // len(signs))
    text = f"{flood} Plan less, ship more. {flood}. Plan less, {flood} ship more."
    start = time.process_time()
    report = Matcher([Wording("one", "Plan less, ship more.")]).scan(_blocks(text), as_of=TODAY)
    assert "carried" in {match.verdict for match in report.matches}
    assert time.process_time() - start < 2


def test_a_line_without_a_stop_takes_time_in_proportion() -> None:
    """Each match looks at its sentence; where that never ends, not at all of it each time."""
    matcher = Matcher([Wording("one", "Our customers save up to 35 % of the time they spent on payroll.")])

    def seconds(times: int) -> float:
        start = time.process_time()
        matcher.scan(_blocks("Our customers save up to 40 % of the time they spent " * times), as_of=TODAY)
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 8 * seconds(100)


@pytest.mark.parametrize("signs", ["a", "a.", "a-", "a@", "a.-", ".a.com", "+"])
def test_what_could_be_an_address_without_end_costs_no_time(signs: str) -> None:
    text = f"A pitch book. {signs * (100_000 // len(signs))} A pitch book. "
    start = time.process_time()
    found = Matcher([], [Term(use="playbook", not_=("pitch book",))]).scan(_blocks(text), as_of=TODAY).terms
    assert [len(use.also) for use in found] == [1]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("line", "verdict"), [("Plan less, ship more.", "carried"), ("Plan less, ship it.", "altered")]
)
def test_each_of_many_equal_lines_is_a_place(line: str, verdict: str) -> None:
    """Looked for in windows, what one cuts off is whole in the next; none is lost or told twice."""
    matcher = Matcher(
        [Wording("tag", "Plan less, ship more."), Wording("long", "Plan less and pay less for each " * 4)]
    )
    (match,) = matcher.scan(_blocks(*[line] * 700), as_of=TODAY).matches
    assert match.verdict == verdict
    assert sorted({spot.block for spot in (*match.spots, *match.also)}) == list(range(700))
    assert len(match.spots) + len(match.also) == 700
