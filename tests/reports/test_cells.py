"""The matrix as data: what a message allows is no change."""

from __future__ import annotations

from generator.derive.drift import Cell, Drift, Evidence, Verdict, Where
from generator.drift.result import Change, Kind, Step
from generator.drift.wording import Wording
from generator.reports.cells import cells

PITCH = Wording("pitch", "We watch every truck, and we call you.", may_shorten=True)
CUT = (Change(Step.SAME, "We watch every truck"), Change(Step.OUT, "and we call you"))


def _entry(verdict: Verdict) -> dict[str, object]:
    quote = Evidence(
        "deck", "pitch", "pitch", PITCH, PITCH.text, verdict, Kind.TRUNCATED, "We watch every truck",
        (Where("deck.md", "deck.md:1:1"),), 0.8, CUT,
    )  # fmt: skip
    cell = Cell("deck", "pitch", verdict, PITCH.text, evidence=(quote,))
    (entry,) = cells(Drift(("pitch",), ("deck",), {("deck", "pitch"): cell}))
    return entry


def test_a_cut_that_the_message_allows_is_named_and_shows_as_no_change() -> None:
    entry = _entry(Verdict.CARRIED)
    assert entry["diff"] == [["same", "We watch every truck"]]
    (quote,) = entry["evidence"]
    assert quote["changes"] == 'leaves out "and we call you", as the message allows'


def test_any_other_cut_is_a_change() -> None:
    assert _entry(Verdict.ALTERED)["diff"] == [["same", "We watch every truck"], ["out", "and we call you"]]
