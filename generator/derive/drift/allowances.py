"""Reads comments such as `<!-- tuneup: allow tagline until 2027-01-31 because quoting our history -->` in a source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.derive.drift.evidence import Allowance
from generator.model.block import Block, SourceText, line_and_column

COMMENT = re.compile(
    r"<!--\s*tuneup:\s*allow\s+(?P<what>\S.*?)\s+until\s+(?P<until>\S+)(?:\s+because\s+(?P<because>.*?))?\s*-->",
    re.DOTALL,
)


def find_allowances(source: str, text: SourceText) -> Iterator[Allowance]:
    """Each with its reach: the paragraph that the comment stands in, or else the next one.

    A day that is none, or a missing reason, makes an allowance that allows nothing; it is reported as such.
    """
    if "tuneup:" not in text.text:
        return
    reaches = sorted(reach for block in text.blocks if (reach := _reach(block)))
    for found in COMMENT.finditer(text.text):
        line, column = line_and_column(text.text, found.start())
        end = next((end for start, end in reaches if end > found.end()), found.end())
        start = next((start for start, last in reaches if start < found.start() < last), found.start())
        yield Allowance(
            text.path, line, column, source, " ".join(found["what"].split()), _day(found["until"]),
            " ".join((found["because"] or "").split()), start, end,
        )  # fmt: skip


def _reach(block: Block) -> tuple[int, int] | None:
    own = [span for span in block.spans if span.source >= 0]
    return (own[0].source, own[-1].source + max(0, own[-1].raw)) if own and block.element != "comment" else None


def _day(word: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        return None
