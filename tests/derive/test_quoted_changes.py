"""How the words of a quote are told to differ."""

from __future__ import annotations

from generator.derive.drift.evidence import changes_in_words
from generator.drift.result import Change, Step


def test_what_is_written_otherwise_in_its_place_has_not_moved() -> None:
    diff = (Change(Step.OUT, "30 hours"), Change(Step.IN, "30–hours"), Change(Step.SAME, "a month"))
    assert changes_in_words(diff) == 'says "30–hours" instead of "30 hours"'


def test_what_left_one_place_for_another_has_moved() -> None:
    diff = (Change(Step.OUT, "every day"), Change(Step.SAME, "we call"), Change(Step.IN, "every day"))
    assert changes_in_words(diff) == 'moves "every day"'


def test_a_contraction_is_told_by_both_of_its_forms() -> None:
    diff = (Change(Step.OUT, "You are"), Change(Step.IN, "You’re"), Change(Step.SAME, "warned at once"))
    assert changes_in_words(diff) == 'says "You’re" instead of "You are"'
