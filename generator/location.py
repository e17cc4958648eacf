"""Where something stands: a file, a line, a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place that an editor can open.

    `file` is a POSIX path relative to the playbook's root. `line` and `column` count from 1;
    0 means the file as a whole. `width` is the number of characters to underline.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Origin(Protocol):
    """Knows where a value was written, without saying how it was read.

    `path` is the way from the value down to a part of it: field names and list positions.
    A part that was not written (a default, a missing field) is placed at its nearest written
    ancestor.
    """

    def value(self, *path: str | int) -> Location: ...

    def key(self, *path: str | int) -> Location: ...

    def wrote(self, name: str) -> bool:
        """Whether the value itself has a field of that name."""
        ...
