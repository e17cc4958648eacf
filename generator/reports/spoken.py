"""Tells what was said in recorded calls, for a terminal: when, by whom, and today's wording or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.drift import Drift, Evidence, Speech, Verdict
from generator.reports.matrix import SIGNS

MOST_UNSAID = 6


def spoken(drift: Drift, *, colour: bool = False) -> str:
    """The quotes of each call in the order of time; empty where none is of our own messages."""
    return "".join("\n".join(_call(call, colour)) + "\n\n" for call in drift.speech if call.source in drift.sources)


def _call(call: Speech, colour: bool) -> Iterator[str]:
    yield f"said in {call.source}:"
    quotes = sorted((*call.said, *call.drift), key=lambda each: (each.where.at, each.subject))
    width = max((len(_who(each)) for each in quotes), default=0)
    for each in quotes:
        sign, code, word = SIGNS[each.verdict]
        sign = f"\x1b[{code}m{sign}\x1b[0m" if colour else sign
        told = "" if each.verdict is Verdict.CARRIED else f', {word}: "{" ".join(each.quote.split())}"'
        yield f"  {sign} {_who(each):<{width}}  {each.subject}{told}"
    if not quotes:
        yield "  none of our messages"
    if call.unsaid:
        yield f"  asked for in scripts, not said: {_listed(call.unsaid)}"


def _who(said: Evidence) -> str:
    """`0:04:12 Miriam`; a moment of a file without times is told by its line."""
    at = said.where.at
    when = f"{int(at) // 3600}:{int(at) // 60 % 60:02}:{int(at) % 60:02}" if at >= 0 else f"line {said.where.line}"
    return f"{when} {said.where.speaker}".rstrip()


def _listed(messages: Sequence[str]) -> str:
    more = len(messages) - MOST_UNSAID
    return ", ".join(messages[:MOST_UNSAID]) + (f" and {more} more" if more > 0 else "")
