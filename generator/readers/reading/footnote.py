"""Tells the mark of a footnote, which is no word of the sentence, from a power such as `10²` or `m²`."""

from __future__ import annotations

import re
from collections.abc import Iterator

REACH = 12
"""Characters before a mark that tell what it stands behind."""

_SIGN = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,4}|(?:\\?[*†‡]){1,3}"
_LETTER = r"[a-d]"
_MARK = re.compile(rf"\s*[\[(]?(?:{_SIGN}|{_LETTER})[\])]?\s*")
_RAISED_ELEMENT = re.compile(
    rf"\s*(?P<link><a\b[^>]{{0,200}}>\s*)?(?:<(?:span|small|b|i)\b[^>]{{0,200}}>\s*)?(?P<mark>[\[(]?(?:{_SIGN}|{_LETTER})[\])]?)"
    r"(?P<target>\(#[^\s)]{1,200}\))?\s*</(?!sup\s*>\s*(?:[/⁄]|&frasl;))",
    re.IGNORECASE,
)
"""What follows `<sup>` where it holds a mark and nothing else; not the upper half of a fraction."""
_PLAIN = re.compile(
    r"[¹²³⁰⁴-⁹]{1,3}(?![⁄/])|\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,4}\]|(?<![*†‡])[*†‡]{1,3}(?![\w*|†‡])"
    rf"|\[(?:{_LETTER}|\^[\w-]{{1,20}})\]|(?<=[%\w])\(\d{{1,2}}\)(?![\w(])|\^\d{{1,2}}\^"
)
_BEGINS = re.compile(r"[¹²³⁰⁴-⁹\[*†‡^(]")
"""A sign of such a mark; most texts have none, and to look for one sign is quick."""
_EMPHASIS = re.compile(r"(?<!\S)\*{1,3}(?=\w)")
"""Begins `*everything*`, as people write it where no markup is read."""
_NUMBER = re.compile(r"(?P<money>[$€£¥₹]\s?)?(?P<number>\d(?:[\d.,]*\d)?)$")
_WORD = re.compile(r"[^\W\d_]{3,}$")
_RAISED_TO = frozenset({"inch", "sec", "log", "sin", "cos", "tan"})
_POWER = re.compile(r"(?:(?<![\d.,])10|(?<![^\W_])(?:[kcdm]?m|ft|in|yd))\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = re.compile(r"[a-z]")
"""Behind a number a raised letter makes it a place in a row: `1<sup>a</sup>`."""
_CENTS = re.compile(r"\d\d")


def is_footnote_mark(raised: str, before: str) -> bool:
    """Whether the raised text is a mark, by what stands right before it."""
    return _MARK.fullmatch(raised) is not None and takes_a_mark(before, raised)


def is_raised_mark(text: str, at: int, before: str) -> bool:
    """Whether the element `<sup>`, whose tag ends at `at`, marks a footnote of what stands before it."""
    found = _RAISED_ELEMENT.match(text, at)
    return found is not None and bool(found["link"] or found["target"] or takes_a_mark(before.rstrip(), found["mark"]))


def as_power(raised: str, before: str) -> str:
    """The raised digits of a power as they are read, `10⁶` and not `106`; any other text is itself."""
    is_power = raised.isascii() and raised.isdigit() and _POWER.search(before)
    return raised.translate(_RAISED) if is_power else raised


def plain_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where a text marks footnotes by signs: `40³`, `30[1]`, `2*`."""
    if not _BEGINS.search(text):
        return
    emphasis = _EMPHASIS.search(text)
    for found in _PLAIN.finditer(text):
        if found[0].startswith("*") and emphasis and emphasis.start() < found.start():
            continue
        if takes_a_mark(text[max(0, found.start() - REACH) : found.start()], found[0]):
            yield found.span()


def takes_a_mark(before: str, mark: str) -> bool:
    """Whether a footnote may be marked after this: a number, a word or a sign of punctuation.

    Of powers only that of ten is told by itself; two raised digits behind a round price are its cents.
    """
    if number := _NUMBER.search(before):
        if number["money"]:
            return "." in number["number"] or not _CENTS.fullmatch(mark)
        if _LETTERS.search(mark):
            return False
        return number["number"] != "10" or not mark.isdigit() or mark in {"1", "¹"}
    if word := _WORD.search(before):
        return word[0].lower() not in _RAISED_TO
    return bool(before) and before[-1] in '.,;:!?%)"”’'
