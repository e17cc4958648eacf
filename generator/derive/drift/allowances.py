"""Reads comments such as `<!-- tuneup: allow tagline until 2027-01-31 because quoting our history -->` in a source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.derive.drift.evidence import Allowance, Evidence, TermEvidence
from generator.model.block import Block, SourceText, line_and_column

E = TypeVar("E", Evidence, TermEvidence)

COMMENT = re.compile(r"<!--\s*tuneup:(?P<verb>\s*allow\b)?(?P<inside>(?:(?!-->).){0,600})-->", re.DOTALL)
_INSIDE = re.compile(r"\s*(?P<what>.*?)(?:\s+until\s+(?P<until>\S+))?(?:\s+because(?P<because>\s.*)?)?\s*", re.DOTALL)


def find_allowances(source: str, text: SourceText) -> Iterator[Allowance]:
    """Each with its reach: the paragraph that the comment stands in or at the end of, or else the next one.

    Without the word `allow`, a day or a reason, or with a day that is none, it allows nothing and is reported as such.
    """
    if "tuneup:" not in text.text:
        return
    reaches = sorted(reach for block in text.blocks if (reach := _reach(block)))
    for found in COMMENT.finditer(text.text):
        said = _INSIDE.fullmatch(found["inside"])
        assert said is not None, "all of its parts may be missing"
        line, column = line_and_column(text.text, found.start())
        end = next((end for start, end in reaches if end > found.end()), found.end())
        start = next((start for start, last in reaches if start < found.start() < last), found.start())
        ended = next((reach for reach in reversed(reaches) if _ends_at(text.text, reach, found.start())), None)
        start, end = ended or (start, end)
        yield Allowance(
            text.path, line, column, source, " ".join(said["what"].split()), _day(said["until"] or ""),
            " ".join((said["because"] or "").split()),
            line_and_column(text.text, start), line_and_column(text.text, end),
            is_told=found["verb"] is not None, day=said["until"] or "",
        )  # fmt: skip


def _ends_at(text: str, reach: tuple[int, int], comment: int) -> bool:
    """Whether a paragraph ends on the comment's line, with nothing but signs between: `… on autopilot. <!-- …`."""
    start, end = reach
    return start < end <= comment and re.fullmatch(r"[^\w\n<>]*", text[end:comment]) is not None


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
