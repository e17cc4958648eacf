"""Shows how a quote differs from a wording, in whole words as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Indel import opcodes

from generator.drift.result import Change, Step
from generator.drift.words import NUMBER, Words


def diff(wording: Words, found: Words, first: int, last: int) -> tuple[Change, ...]:
    """The changes from the wording to words `first` to `last` of the source, in reading order, out before in."""
    mine = _keys(wording, 0, len(wording) - 1)
    theirs = _keys(found, first, last)
    return tuple(_merge(_changes(wording, found, first, opcodes(mine, theirs))))


def _keys(words: Words, first: int, last: int) -> list[str]:
    """Words to compare; numbers are equal only if value, unit and qualifier are."""
    return [_key(words, index) for index in range(first, last + 1)]


def _key(words: Words, index: int) -> str:
    number = words.quantities.get(index)
    return words.words[index] if number is None else f"{NUMBER}{max(number.low)}-{max(number.high)}{number.unit}"


def _changes(wording: Words, found: Words, first: int, steps: Opcodes) -> Iterator[Change]:
    for step in steps:
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal":
            yield Change(Step.SAME, found.quote(first + c, first + d - 1))
            continue
        if b > a:
            yield Change(Step.OUT, wording.quote(a, b - 1))
        if d > c:
            yield Change(Step.IN, found.quote(first + c, first + d - 1))


def _merge(changes: Iterator[Change]) -> Iterator[Change]:
    """Bring runs such as out, in, out, in of neighbouring words together: one out, one in."""
    out: list[str] = []
    into: list[str] = []
    for change in changes:
        if change.step is Step.SAME:
            yield from _flush(out, into)
            yield Change(Step.SAME, " ".join(change.text.split()))
        else:
            (out if change.step is Step.OUT else into).append(" ".join(change.text.split()))
    yield from _flush(out, into)


def _flush(out: list[str], into: list[str]) -> Iterator[Change]:
    if out:
        yield Change(Step.OUT, " ".join(out))
    if into:
        yield Change(Step.IN, " ".join(into))
    out.clear()
    into.clear()


def as_text(changes: tuple[Change, ...]) -> str:
    """A word diff in one line: `cut onboarding by [-30 %-] {+40 %+}`."""
    marks = {Step.SAME: "{}", Step.OUT: "[-{}-]", Step.IN: "{{+{}+}}"}
    return " ".join(marks[change.step].format(change.text) for change in changes)
