"""Tells what was said in recorded calls, for a terminal: when, by whom, and today's wording or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.derive.drift import Drift, Evidence, Speech, TermEvidence, Verdict, Where
from generator.reports.matrix import SIGNS
from generator.reports.report import wrapped

MOST_UNSAID = 6


def spoken(drift: Drift, *, colour: bool = False, width: int = 0) -> str:
    """The quotes of each call in the order of time; empty where none is of our own messages."""
    return "".join(
        "\n".join(_call(call, colour, width)) + "\n\n" for call in drift.speech if call.source in drift.sources
    )


def _call(call: Speech, colour: bool, columns: int) -> Iterator[str]:
    yield f"said in {call.source}:"
    lines = [*map(_message, (*call.said, *call.drift)), *map(_word, call.terms)]
    width = max((len(line.who) for line in lines), default=0)
    for line in sorted(lines, key=lambda line: (line.at, line.told)):
        sign, code, _ = SIGNS[line.verdict]
        sign = f"\x1b[{code}m{sign}\x1b[0m" if colour else sign
        yield f"  {sign} {line.who:<{width}}  {wrapped(line.told, columns, width + 6, width + 6)}"
    if not lines:
        yield "  none of our messages"
    if call.unsaid:
        unsaid = f"  asked for in scripts, not said: {_listed(call.unsaid)}"
        yield wrapped(unsaid, columns, 0, 4)


class _Line(NamedTuple):
    """One thing that was said: when, by whom, and what of."""

    at: float
    who: str
    verdict: Verdict
    told: str


def _message(each: Evidence) -> _Line:
    _, _, word = SIGNS[each.verdict]
    said = "" if each.verdict is Verdict.CARRIED else f', {word}: "{" ".join(each.quote.split())}"'
    return _Line(each.where.at, _who(each.where), each.verdict, f"{each.subject}{said}")


def _word(term: TermEvidence) -> _Line:
    return _Line(term.where.at, _who(term.where), Verdict.RETIRED, f'{term.use}, old word: "{term.found}"')


def _who(where: Where) -> str:
    """`0:04:12 Miriam`; a moment of a file without times is told by its line."""
    at = where.at
    when = f"{int(at) // 3600}:{int(at) // 60 % 60:02}:{int(at) % 60:02}" if at >= 0 else f"line {where.line}"
    return f"{when} {where.speaker}".rstrip()


def _listed(messages: Sequence[str]) -> str:
    more = len(messages) - MOST_UNSAID
    return ", ".join(messages[:MOST_UNSAID]) + (f" and {more} more" if more > 0 else "")
