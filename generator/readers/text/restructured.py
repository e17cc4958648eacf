"""reStructuredText: which stretches of each line are words, and which are directives, code or markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.readers.reading.guard import Unreadable
from generator.readers.text.paragraphs import Words, line_spans

LONGEST_LINE = 100_000
"""A paragraph on one line has about 1,000 characters."""

_ADMONITIONS = (
    "note", "tip", "warning", "important", "hint", "caution", "danger", "error", "attention", "admonition",
    "topic", "sidebar", "epigraph", "pull-quote", "versionadded", "versionchanged", "deprecated", "seealso",
)  # fmt: skip
_DIRECTIVE = re.compile(r"([ \t]*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:-]+)::[ \t]*")
_COMMENT = re.compile(r"([ \t]*)\.\.(?:[ \t]|$)")
_FIELD = re.compile(r"[ \t]*:[\w -]+:(?=[ \t]|$)")
_MARKUP = re.compile(
    r"(?P<code>``(?P<inside>[^`]+)``)"
    r"|(?::[\w:+-]{1,60}:)?`(?P<words>[^`<]+?)(?:\s*<[^`>]*>)?`__?"
    r"|:[\w:+-]{1,60}:`~?(?P<role>[^`<]+?)(?:\s*<[^`>]*>)?`"
    r"|`(?P<plain>[^`<]+)`"
    r"|(?P<star>\*{1,2})(?P<strong>[^*\s](?:[^*]*[^*\s])?)(?P=star)"
    r"|\\(?P<escaped>[^\w\s])"
    r"|(?P<gone>\\[ ]|\[[\w#*]+\]_|\|[\w .-]+\|_{0,2}|(?<=\w)__?(?=\s|$|[.,;:!?)]))"
)


def words_of(text: str) -> Iterator[list[Words]]:
    """For each line, the stretches that a reader sees."""
    skip_from = -1
    """Lines indented to more than this belong to code or a directive that is not text."""
    for start, end in line_spans(text):
        if end - start > LONGEST_LINE:
            raise Unreadable(f"it has a line of more than {LONGEST_LINE:,} characters")
        line = text[start:end].rstrip()
        indent = len(line) - len(line.lstrip())
        if not line or 0 <= skip_from < indent:
            yield []
            continue
        skip_from = -1
        directive, comment = _DIRECTIVE.match(line), _COMMENT.match(line)
        if directive and directive[2] in _ADMONITIONS:
            yield _inline(line, directive.end(), start, starts=True)
        elif comment:
            skip_from = indent
            yield []
        elif _FIELD.match(line):
            yield []
        else:
            skip_from = indent if line.endswith("::") else -1
            yield _inline(line[: len(line) - line.endswith("::")], 0, start)


def _inline(line: str, first: int, offset: int, *, starts: bool = False) -> list[Words]:
    """The stretches of one line from column `first` on, markup left out."""
    found: list[Words] = []
    position = first
    for markup in _MARKUP.finditer(line, first):
        found.append(Words(offset + position, offset + markup.start(), starts=starts and not found))
        for group in ("inside", "words", "role", "plain", "strong", "escaped"):
            if markup[group]:
                start, end = markup.span(group)
                found.append(Words(offset + start, offset + end, is_code=group == "inside"))
        position = markup.end()
    return [*found, Words(offset + position, offset + len(line), starts=starts and not found)]
