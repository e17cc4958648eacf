"""Which digests count as what a module teaches: its own, and those from which only words have changed."""

from __future__ import annotations

import datetime

from generator.areas.rap import Rap
from generator.areas.rap.hire import OnlyWords
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import alike
from generator.model.playbook import Playbook


def mark(was: str, now: str, module: str = "pitch") -> OnlyWords:
    given = {"module": module, "on": "2026-11-23", "by": "ann", "because": "A slip", "was": was, "now": now}
    return OnlyWords.model_validate(given)


def known(*marks: OnlyWords) -> list[str]:
    facts = Facts(Playbook({"rap": Rap(only_words=list(marks))}), datetime.date(2026, 11, 23))
    return alike(facts, "pitch", "t1:c")


def test_one_change_of_words_after_another_is_followed_back() -> None:
    assert known(mark("t1:b", "t1:c"), mark("t1:a", "t1:b")) == ["t1:b", "t1:a"]


def test_what_leads_elsewhere_or_round_in_a_circle_counts_for_nothing() -> None:
    assert known(mark("t1:c", "t1:d"), mark("t1:b", "t1:c", "other")) == []
    assert known(mark("t1:b", "t1:c"), mark("t1:c", "t1:b")) == ["t1:b"]
