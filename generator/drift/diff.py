"""Shows how a quote differs from a wording, in whole words as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Opcode, Opcodes
from rapidfuzz.distance.Indel import opcodes

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.quantity import measured
from generator.drift.reading.fold import one_line
from generator.drift.result import Change, Step
from generator.drift.words import FIELD, Words


def diff(wording: Words, found: Words, first: int, last: int, written: str) -> tuple[Change, ...]:
    """The changes from the wording to words `first` to `last` of the source, in reading order, out before in.

    `written` is the text of `found` with merge fields as they stand there; what a field fills is no change.
    """
    steps = opcodes(wording.keys(0, len(wording) - 1), found.keys(first, last))
    return tuple(_changes(wording, found, first, [*_with_units(steps, wording, found, first)], written))


def _with_units(steps: Opcodes, wording: Words, found: Words, first: int) -> Iterator[Opcode]:
    """The steps, with what is the same between a number and its other unit or bound in one change with them."""
    before = None
    for step in steps:
        size, src, dest = step.src_end - step.src_start, step.src_start, step.dest_start
        is_next = step.tag == "equal" and before is not None and before.tag != "equal"
        kept = min(size, _units_after(wording, src - 1, found, first + dest - 1)) if is_next else 0
        if kept:
            yield Opcode("replace", src, src + kept, dest, dest + kept)
            if kept < size:
                yield Opcode("equal", src + kept, step.src_end, dest + kept, step.dest_end)
        else:
            yield step
        before = step


def _units_after(wording: Words, place: int, found: Words, there: int) -> int:
    """How many words behind two numbers of another unit, or bound behind it, name what they count."""
    one, other = wording.quantities.get(place), found.quantities.get(there)
    if one is None or other is None or (one.unit == other.unit and not (one.behind[1] or other.behind[1])):
        return 0
    return min(_unit_words(wording, place, one), _unit_words(found, there, other))


def _unit_words(words: Words, place: int, number: Quantity) -> int:
    end = max(measured(words.text, number), number.behind[0])
    return sum(number.end <= start < end for start in words.starts[place + 1 : place + 5])


def _changes(wording: Words, found: Words, first: int, steps: Sequence[Opcode], written: str) -> Iterator[Change]:
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


def _runs(steps: Sequence[Opcode]) -> Iterator[tuple[bool, range, range]]:
    """The words of the wording and of the source, by turns the same and changed: out, in, out, in is one change."""
    for is_same, group in groupby(steps, key=lambda step: step.tag == "equal"):
        run = list(group)
        one, last = run[0], run[-1]
        yield is_same, range(one.src_start, last.src_end), range(one.dest_start, last.dest_end)


def as_text(changes: tuple[Change, ...]) -> str:
    """A word diff in one line: `cut onboarding by [-30 %-] {+40 %+}`."""
    marks = {Step.SAME: "{}", Step.OUT: "[-{}-]", Step.IN: "{{+{}+}}"}
    return " ".join(marks[change.step].format(change.text) for change in changes)
