"""Parts, entries and records: what every piece of a playbook has in common."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr

from generator.location import Location, Origin
from generator.model.words import (
    AnyRef,
    AudienceWord,
    CircumstanceRef,
    Date,
    Duration,
    Id,
    Line,
    PersonaRef,
    PersonRef,
    ProductRef,
    RegionRef,
    SegmentRef,
    StageRef,
    Status,
    StatusWord,
    Text,
)


class Part(BaseModel):
    """A piece of a record: named fields, none other allowed, no guessing between types."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Placed(Part):
    """A piece that knows where it was written."""

    _origin: Origin | None = PrivateAttr(default=None)

    def placed(self, origin: Origin) -> Self:
        """The same piece, knowing where it was written."""
        self._origin = origin
        return self

    def at(self, *path: str | int) -> Location:
        """Where the value of a field was written; the piece itself without a path."""
        return self._origin.value(*path) if self._origin else Location("")

    def key_at(self, *path: str | int) -> Location:
        """Where the name of a field was written."""
        return self._origin.key(*path) if self._origin else Location("")

    def inherits(self, name: str) -> bool:
        """Whether the value of that field was written once for the whole area and not in the piece itself."""
        return self._origin is not None and getattr(self, name, None) is not None and not self._origin.wrote(name)

    def wrote(self, name: str) -> bool:
        """Whether something stands there under that name, right or wrong."""
        return self._origin is not None and self._origin.wrote(name)


class Entry(Placed):
    """Anything with an id: it can be linked to from everywhere in the playbook."""

    KIND: ClassVar[str] = "entry"
    """The seller's word for one of these; set from the class name."""
    QUOTE: ClassVar[str] = ""
    """The field that `[[=id]]` quotes; the label where empty."""

    id: Id
    """The short word that other records use to point here. Never change it once it is in use."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "KIND" not in cls.__dict__:
            cls.KIND = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()

    @property
    def label(self) -> str:
        """What people call it: its title or name, else its id in words."""
        for field in ("title", "name"):
            text = getattr(self, field, None)
            if isinstance(text, str) and text:
                return text.strip()
        return self.id.replace("-", " ")

    @property
    def quote(self) -> str:
        """The text that `[[=id]]` puts in place of itself."""
        text = getattr(self, self.QUOTE, None) if self.QUOTE else None
        return text.strip() if isinstance(text, str) and text else self.label


class Facet(Entry):
    """One value of a list that records are sorted by: a segment, a persona, a region."""

    title: Line
    """The name as readers see it."""
    description: Text | None = None
    """What it means, for somebody new."""


class Record(Entry):
    """Something the company knows about selling, with an owner and a life of its own."""

    MEANING: ClassVar[tuple[str, ...]] = ()
    """The fields whose change makes what rests on this record suspect; all of its own where empty."""

    title: Line
    """The name as readers see it."""
    owner: PersonRef | None = None
    """The person who keeps this true. An id from the people in company.yml."""
    audience: AudienceWord | None = None
    """Who may read it: public, sales, manager or leader. Sales where nothing is said."""
    status: StatusWord = Status.ACTIVE
    """Draft (not shown yet), active, or retired (kept for history, no longer used)."""
    effective: Date | None = None
    """The first day it holds."""
    expires: Date | None = None
    """The last day it holds."""
    review_every: Duration | None = None
    """How often its owner looks whether it is still true, for example `90 days`."""
    based_on: list[AnyRef] = []
    """The records it rests on. When one of those changes, this one must be looked at again."""
    supersedes: AnyRef | None = None
    """The record it replaced."""
    change_note: Text | None = None
    """What changed last and why, in a sentence for salespeople."""
    products: list[ProductRef] = []
    """The products it concerns; all of them where nothing is said."""
    segments: list[SegmentRef] = []
    """The market segments it concerns; all of them where nothing is said."""
    personas: list[PersonaRef] = []
    """The buyers' roles it concerns; all of them where nothing is said."""
    circumstances: list[CircumstanceRef] = []
    """The buying circumstances it concerns; all of them where nothing is said."""
    stages: list[StageRef] = []
    """The stages of a sale in which it is used; all of them where nothing is said."""
    regions: list[RegionRef] = []
    """The regions it concerns; all of them where nothing is said."""

    @classmethod
    def meaning(cls) -> tuple[str, ...]:
        """The fields that bear the record's meaning, in the order they are declared."""
        return cls.MEANING or tuple(name for name in cls.model_fields if name not in Record.model_fields)


FACETS = ("products", "segments", "personas", "circumstances", "stages", "regions")
"""The fields by which any record can be narrowed."""
