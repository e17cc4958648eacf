"""Shows how a quote differs from a wording, in whole words as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Indel import opcodes

from generator.drift.reading.fold import one_line
from generator.drift.result import Change, Step
from generator.drift.words import FIELD, Words


def diff(wording: Words, found: Words, first: int, last: int, written: str) -> tuple[Change, ...]:
    """The changes from the wording to words `first` to `last` of the source, in reading order, out before in.

    `written` is the text of `found` with merge fields as they stand there; what a field fills is no change.
    """
    steps = opcodes(wording.keys(0, len(wording) - 1), found.keys(first, last))
    return tuple(_changes(wording, found, first, steps, written))


def _changes(wording: Words, found: Words, first: int, steps: Opcodes, written: str) -> Iterator[Change]:
    held: int | None = None
    for is_same, out, into in _runs(steps):
        there = found.words[first + into.start : first + into.stop]
        text = written[found.starts[first + into.start] : found.ends[first + into.stop - 1]] if there else ""
        if is_same or (there and all(word == FIELD for word in there)):
            if text:
                yield Change(Step.SAME, one_line(text))
            held = None if text else out.start  # the words of `more than` are said by the sign of `1,200+`
            continue
        out = out if held is None else range(held, out.stop)
        if out and (left := one_line(wording.quote(out.start, out.stop - 1))):
            yield Change(Step.OUT, left)
        if there and text:
            yield Change(Step.IN, one_line(text))


def _runs(steps: Opcodes) -> Iterator[tuple[bool, range, range]]:
    """The words of the wording and of the source, by turns the same and changed: out, in, out, in is one change."""
    for is_same, group in groupby(steps, key=lambda step: step.tag == "equal"):
        run = list(group)
        one, last = run[0], run[-1]
        yield is_same, range(one.src_start, last.src_end), range(one.dest_start, last.dest_end)


def as_text(changes: tuple[Change, ...]) -> str:
    """A word diff in one line: `cut onboarding by [-30 %-] {+40 %+}`."""
    marks = {Step.SAME: "{}", Step.OUT: "[-{}-]", Step.IN: "{{+{}+}}"}
    return " ".join(marks[change.step].format(change.text) for change in changes)
