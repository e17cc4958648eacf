"""The way from a character of an inline text back to the file that it was taken from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from markdown_it.token import Token

from generator.readers.markdown.lines import Lines


class Places:
    """Offsets in the file of an inline text's characters: each of its lines is the tail of a line of the file."""

    def __init__(self, lines: Lines, token: Token, cursor: int) -> None:
        self.text = token.content
        self.content: list[int] = []
        self.source: list[int] = []
        first, position = (token.map or [0, 0])[0], 0
        single = "\n" not in token.content
        for number, line in enumerate(token.content.split("\n"), first):
            whole = lines.texts[min(number, len(lines.texts) - 1)]
            column = self._column(line, whole, cursor) if single else self._tail(line, whole)
            self._note(position, lines.starts[min(number, len(lines.starts) - 1)], line, whole, column)
            position += len(line) + 1

    def of(self, offset: int) -> int:
        """Where the character at `offset` of the inline text stands in the file."""
        index = max(0, bisect_right(self.content, offset) - 1)
        return self.source[index] + offset - self.content[index]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches of the inline text from `start` to `end` that stand in one piece in the file."""
        cuts = self.content[bisect_right(self.content, start) : bisect_left(self.content, end)]
        yield from zip([start, *cuts], [*cuts, end], strict=True)

    def _note(self, position: int, start: int, line: str, whole: str, column: int) -> None:
        parts = [line]
        if "\\|" in whole and not whole.startswith(line, column):
            # A table takes the backslash of `\|` away before the cell is read.
            parts = re.split(r"(?=\|)", line)
        for number, part in enumerate(parts):
            column += 1 if number and part else 0
            self.content.append(position)
            self.source.append(start + column)
            position += len(part)
            column += len(part)
        self.after = column

    @staticmethod
    def _tail(line: str, whole: str) -> int:
        return max(0, len(whole.rstrip()) - len(line.rstrip()))

    @staticmethod
    def _column(line: str, whole: str, cursor: int) -> int:
        """Where a heading, cell or one-line paragraph stands: at the end of its line, else after what came before."""
        trimmed = whole.rstrip()
        if not cursor and trimmed.endswith(line) and not trimmed.endswith("|"):
            return len(trimmed) - len(line)
        start = cursor or len(whole) - len(whole.lstrip(" \t#>|-*+"))
        found = whole.find(line, start)
        escaped = whole.find(line.replace("|", "\\|"), start) if found < 0 else found
        return escaped if escaped >= 0 else max(0, whole.find(line))
