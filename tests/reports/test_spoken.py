"""What was said in a call, in the order of time, words to avoid among it."""

from __future__ import annotations

from generator.areas.sources import Source
from generator.derive.drift import Drift, Speech, TermEvidence, Where
from generator.derive.drift.speech import find_speech
from generator.reports.spoken import spoken


def word(at: float) -> TermEvidence:
    where = Where("call.vtt", "call.vtt:4:10", speaker="Noor", line=4, column=10, at=at)
    return TermEvidence("call", "Kelvaro Planner", "Fernwick Scheduler", "Kelvaro Planner", (where,))


def test_a_word_to_avoid_stands_among_what_was_said() -> None:
    call = Source(id="call", title="A call", kind="transcript", files=["call.vtt"])
    speech = find_speech({}, [call], {"call": [word(64.0), word(4.0)]})
    assert speech == (Speech("call", terms=(word(4.0), word(64.0))),)
    lines = spoken(Drift(sources=("call",), speech=speech)).splitlines()
    assert lines[1:3] == [
        '  ▲ 0:00:04 Noor  Kelvaro Planner, old word: "Fernwick Scheduler"',
        '  ▲ 0:01:04 Noor  Kelvaro Planner, old word: "Fernwick Scheduler"',
    ]
