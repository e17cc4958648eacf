"""What a person should look at: a complaint, and the finding a runner makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.location import Location


class Level(StrEnum):
    """How much a finding matters. `OFF` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a check has to say about one place, before anybody knows which rule said it.

    `message` stands alone in one line: lower case, no final stop. `help` is the only imperative
    and can be followed as it stands. `label` goes under the underlined excerpt. `record` is the
    id of the record concerned. `level` overrides the rule's own where one case is milder or graver.
    `subject` and `source` name what drift findings are about: a message and a messaging source.
    """

    location: Location
    message: str
    help: str = ""
    label: str = ""
    notes: tuple[str, ...] = ()
    record: str = ""
    level: Level | None = None
    subject: str = ""
    source: str = ""
    match: str = ""
    """The words that were found, where drift is about words."""
    places: int = 1
    """In how many places of the source they stand."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a finding is put up with for a while, and until when (ISO date)."""

    because: str
    by: str
    until: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A complaint with the rule that made it and how much it matters here."""

    rule: str
    level: Level
    complaint: Complaint
    area: str = ""
    accepted: Acceptance | None = field(default=None)

    @property
    def location(self) -> Location:
        return self.complaint.location

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of the file system, top to bottom; never the order of discovery."""
        place = self.complaint.location
        return (place.file, place.line, place.column, self.rule, self.complaint.message)
