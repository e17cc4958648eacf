"""The whole playbook in memory: areas by key, entries by id, and the reviews on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from generator.model.area import Area
from generator.model.record import Entry, Record
from generator.model.review import Review
from generator.model.words import Audience, Status

E = TypeVar("E", bound=Entry)
A = TypeVar("A", bound=Area)


@dataclass(frozen=True, eq=False)
class Playbook:
    """All that a company wrote down, in the order it was read.

    `homes` says for each id in which area it stands and where in it: `("rap", ("modules", 3))`.
    """

    areas: Mapping[str, Area]
    entries: Mapping[str, Entry] = field(default_factory=dict)
    homes: Mapping[str, tuple[str, tuple[str | int, ...]]] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    lost: Mapping[str, str] = field(default_factory=dict)
    """The ids of records that stand in a file and could not be read, with the kind of each."""
    below: Mapping[Audience, Playbook] = field(default_factory=dict)
    """By audience the playbook without the folders that are for others above it, where there are such folders."""
    language: str = "en"
    """The language it is written in, as its site is."""

    def area(self, cls: type[A]) -> A:
        """The area of that class; an empty one where the company has written none."""
        found = self.areas.get(cls.KEY)
        return found if isinstance(found, cls) else cls()

    def of(self, cls: type[E]) -> Iterator[E]:
        """Every entry of that class, also those that stand inside another."""
        if cls not in self._by_class:
            self._by_class[cls] = tuple(entry for entry in self.entries.values() if isinstance(entry, cls))
        return cast(Iterator[E], iter(self._by_class[cls]))

    @cached_property
    def _by_class(self) -> dict[type[Entry], tuple[Entry, ...]]:
        """Filled as classes are asked for: hundreds of pages and checks ask for the same few."""
        return {}

    def records(self) -> Iterator[Record]:
        return self.of(Record)

    def is_retired(self, id_: str) -> bool:
        entry = self.entries.get(id_)
        return isinstance(entry, Record) and entry.status is Status.RETIRED

    def successor(self, id_: str) -> str:
        """The record that supersedes it, which need not be there any more; empty where none does."""
        return next((record.id for record in self.records() if record.supersedes == id_), "")

    def home(self, entry: Entry) -> str:
        """The key of the area the entry stands in."""
        return self.homes[entry.id][0]
