"""Messages of ours that make one claim with different numbers."""

from __future__ import annotations

import pytest

from generator.drift.disagreement import disagreements
from generator.drift.wording import State, Wording

RAMP = Wording("ramp", "Northwind cuts ramp time by 40 % in one quarter")


def test_two_messages_with_different_numbers_for_one_claim_disagree() -> None:
    other = Wording("proof", "Northwind cuts ramp time by 45 % in one quarter")
    (found,) = disagreements([RAMP, other])
    assert {found.one.id, found.other.id} == {"proof", "ramp"}
    assert found.numbers[0].what == ("value",)


def test_messages_about_different_things_do_not_disagree() -> None:
    basic = Wording("basic", "The Basic plan starts at $40 a seller and month")
    team = Wording("team", "The Team plan starts at $60 a seller and month")
    assert disagreements([basic, team]) == ()


def test_a_retired_wording_and_the_same_number_in_words_do_not_disagree() -> None:
    old = Wording("old", "Northwind cuts ramp time by 30 % in one quarter", state=State.RETIRED)
    spelled = Wording("spelled", "Northwind cuts ramp time by forty percent in one quarter")
    assert disagreements([RAMP, old, spelled]) == ()


def test_the_many_messages_without_numbers_change_nothing() -> None:
    other = Wording("proof", "Northwind cuts ramp time by 45 % in one quarter")
    plain = Wording("plain", "Northwind cuts ramp time in one quarter")
    assert disagreements([plain, other, RAMP]) == disagreements([RAMP, other])
    assert disagreements([plain, RAMP]) == ()


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("A new site takes 3 days to set up", "A new site takes 3 weeks to set up", ("3 days", "3 weeks")),
        ("We work in 14 countries", "We work in more than 14 countries", ("14", "more than 14")),
        ("Ready in five years", "Ready in five years or more", ("five years", "five years or more")),
        ("The rack costs €40", "The rack costs $40", ("€40", "$40")),
        ("The rack costs 40 EUR", "The rack costs €40", None),
        ("A new site takes 14 days to set up", "A new site takes two weeks to set up", None),
        ("It saves 40 % at most", "It saves 40 hours at most", None),
    ],
)
def test_the_same_words_disagree_by_unit_and_bound_but_not_by_notation(
    one: str, other: str, said: tuple[str, str] | None
) -> None:
    found = disagreements([Wording("a", one), Wording("b", other)])
    assert [{each.said, each.found} for pair in found for each in pair.numbers] == ([set(said)] if said else [])
