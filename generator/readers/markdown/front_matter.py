"""Front matter: what readers see of a page's head, which is YAML or TOML: its title, description and the like."""

from __future__ import annotations

import re

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.markdown.lines import Lines
from generator.readers.reading.trace import Trace

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"(\s*(?:- +)*)(?:([\w.-]+|\"[^\"]*\"|'[^']*')\s*(?::(?=\s|$)|=\s)\s*)?")
_NO_TEXT = re.compile(r"(?:[\d\s.:,/+-]*|true|false|null|~|yes|no|\w+://\S*|/\S*|[|>][+-]?\d*|[\[{].*)$", re.IGNORECASE)
_KEY_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHOWN_LAST = (
    "title titles subtitle heading headline subheading subheadline header description summary excerpt abstract intro"
    " introduction lead lede teaser tagline slogan claim claims message messages caption alt text quote question"
    " answer benefit benefits feature features highlight highlights blurb copy body content bio cta keywords"
)
_SHOWN = frozenset(_SHOWN_LAST.split())
"""Last words of the keys whose values somebody reads; the others hold addresses, settings and names of templates."""
MOST_LINES = 1_000


def front_matter(text: str, lines: Lines) -> tuple[int, list[Block]]:
    """The first line after the front matter, and a block for each string that readers see; `(0, [])` without any.

    A string over several lines (folded, or plain and indented) is one block.
    """
    closings = _FENCES.get(lines.texts[0].rstrip(), ())
    end = next((number for number, line in enumerate(lines.texts[1:MOST_LINES], 1) if line.rstrip() in closings), 0)
    blocks: list[Block] = []
    trace, key = Trace(), ""
    for number in range(1, end):
        entry = _ENTRY.match(lines.texts[number])
        if entry is None or not lines.texts[number].strip():
            continue
        begins = entry[2] is not None or "-" in entry[1]
        if begins:
            _close(text, trace, key, blocks)
            key = entry[2].strip("\"'") if entry[2] else key
        if not _is_shown(key):
            continue
        start, stop = _value(lines.texts[number], entry.end())
        if start < stop:
            trace.add("\n" if trace.pieces else "", lines.starts[number] - 1, 1)
            trace.add(lines.texts[number][start:stop], lines.starts[number] + start)
    _close(text, trace, key, blocks)
    return (end + 1 if end else 0), blocks


def _is_shown(key: str) -> bool:
    """Whether `title`, `seo_title`, `linkTitle` or the like."""
    words = _KEY_WORD.findall(key)
    return bool(words) and words[-1].lower() in _SHOWN


def _value(line: str, start: int) -> tuple[int, int]:
    """Where the words of a value stand: without quotes and comment; empty for numbers, dates and addresses."""
    stop = len(line.rstrip())
    quote = line[start : start + 1]
    if quote and quote in "\"'" and (close := line.rfind(quote)) > start:
        return start + 1, close
    stop = stop if (comment := line.find(" #", start)) < 0 else len(line[:comment].rstrip())
    if line[start:stop].lstrip().startswith("#") or _NO_TEXT.match(line[start:stop].strip()):
        return stop, stop
    return start, stop


def _close(text: str, trace: Trace, key: str, blocks: list[Block]) -> None:
    if trace.pieces:
        line, column = line_and_column(text, max(0, trace.source))
        block = trace.block(Place((), line, column), shown=Shown.META, element=f"front matter {key}".rstrip())
        blocks += [block] if block else []
