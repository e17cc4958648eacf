"""Reads comments such as `<!-- tuneup: allow tagline until 2027-01-31 because quoting our history -->` in a source."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TypeVar

from generator.derive.drift.evidence import Allowance, Evidence, TermEvidence
from generator.model.block import Block, SourceText, line_and_column

E = TypeVar("E", Evidence, TermEvidence)

COMMENT = re.compile(r"<!--\s*tuneup:(?P<verb>\s*allow\b)?(?P<inside>(?:(?!-->|<!--).){0,600})-->", re.DOTALL)
_SIGNS = re.compile(r"[^\w\r\n<>]*")
_TAGS = r"(?:</[a-zA-Z][\w-]*\s*>|[^\w\r\n<>])*"
_CLOSED = re.compile(_TAGS)
_LINE_BEFORE = re.compile(rf"{_TAGS}(?>\r\n|\r|\n)[ \t>]*")
_LINE_ENDS = re.compile(r"[ \t]*(?:\r|\n|\Z)")
_EMPTY_LINE = re.compile(r"[ \t]*(?:\Z|(?>\r\n|\r|\n)[ \t>]*(?:\r|\n|\Z))")
MOST_COMMENTS = 1_000
MOST_BEFORE = 50
"""Blocks before a comment of which one may be its own: a picture's words stand within their paragraph."""
MOST_BETWEEN = 1_000
_INSIDE = re.compile(r"\s*(?P<what>.*?)(?:\s+until\s+(?P<until>\S+))?(?:\s+because(?P<because>\s.*)?)?\s*", re.DOTALL)


def find_allowances(source: str, text: SourceText) -> Iterator[Allowance]:
    """Each with its reach: the paragraph that the comment stands in, at the end of or right below, or else the next.

    Right below is the next line, where nothing but an empty line follows.
    Without the word `allow`, a day or a reason, or with a day that is none, it allows nothing and is reported as such.
    """
    if "tuneup:" not in text.text:
        return
    reaches = sorted(reach for block in text.blocks if (reach := _reach(block)))
    starts = [start for start, _ in reaches]
    for found in islice(COMMENT.finditer(text.text), MOST_COMMENTS):
        said = _INSIDE.fullmatch(found["inside"])
        assert said is not None, "all of its parts may be missing"
        line, column = line_and_column(text.text, found.start())
        number = bisect_left(starts, found.start())
        before, after = reaches[max(0, number - MOST_BEFORE) : number], reaches[number : number + 1]
        ends = (reach for reach in reversed(before) if _ends_at(text.text, reach, *found.span()))
        around = ((start, end) for start, end in before if found.end() < end)
        start, end = next(chain(ends, around), (found.start(), after[0][1] if after else found.end()))
        yield Allowance(
            text.path, line, column, source, " ".join(said["what"].split()), _day(said["until"] or ""),
            " ".join((said["because"] or "").split()),
            line_and_column(text.text, start), line_and_column(text.text, end),
            is_told=found["verb"] is not None, day=said["until"] or "",
        )  # fmt: skip


def _ends_at(text: str, reach: tuple[int, int], comment: int, after: int) -> bool:
    """Whether a paragraph ends on the comment's line, with nothing but signs between: `… on autopilot. <!-- …`.

    Behind the end of its element, `… autopilot.</p><!-- …`, nothing else may stand on that line; on the line below it,
    nothing on the next line either, so that it is not meant for what comes there.
    """
    start, end = reach
    if not start < end <= comment or comment - end > MOST_BETWEEN:
        return False
    between = text[end:comment]
    return (
        _SIGNS.fullmatch(between) is not None
        or (_CLOSED.fullmatch(between) is not None and _LINE_ENDS.match(text, after) is not None)
        or (_LINE_BEFORE.fullmatch(between) is not None and _EMPTY_LINE.match(text, after) is not None)
    )


def apart(each: E, allowances: Sequence[Allowance]) -> list[E]:
    """A quote that stands in several places, as two where comments allow it in some of them only."""
    spots = each.spots if isinstance(each, Evidence) else 1
    if not allowances or spots > 1 or len(each.places) == 1:
        return [each]
    inside = tuple(place for place in each.places if any(allowance.covers(place) for allowance in allowances))
    outside = tuple(place for place in each.places if place not in inside)
    return [replace(each, places=places) for places in (outside, inside) if places]


def _reach(block: Block) -> tuple[int, int] | None:
    own = [span for span in block.spans if span.source >= 0]
    return (own[0].source, own[-1].source + max(0, own[-1].raw)) if own and block.element != "comment" else None


def _day(word: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        return None
