"""What loading has to complain of, under the name of the rule that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.finding import Complaint
from generator.location import Location

EMPTY = "file-empty"
UNREAD = frozenset({"yaml-syntax", "yaml-too-deep", "yaml-too-large", "file-unreadable"})
"""Problems after which a whole file is missing, so that nothing can be said of what may stand in it."""
MISREAD = frozenset({"unknown-field", "missing-field", "wrong-value", "bad-date"})
"""Problems after which a record says less than its author wrote."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`rule` is the id of a file in `checks/content/`, which holds the manual and the level."""

    rule: str
    complaint: Complaint
    absent: bool = False
    """Whether it says that something does not exist, which nobody knows while a file could not be read."""
    wants: str = ""
    """The kind of record that does not exist; empty where any kind would do."""
    word: str = ""
    """The id that no record has."""
    slip: bool = False
    """Whether `word` is an id that exists, but for a letter or two."""


def empty_file(file: str) -> Problem:
    return Problem(EMPTY, Complaint(Location(file), "the file is empty", help="fill it, or delete it"))
