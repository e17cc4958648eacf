"""What every report of changes is given, and the words that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.areas import name_of
from generator.derive.alike import told_apart
from generator.derive.history.changes import Change, Field, What
from generator.derive.history.worddiff import AROUND, bracketed

FEW = 6
"""Names that are read to the end; the JSON has them all."""


@dataclass(frozen=True)
class News:
    """Changes between two versions, the names of people by id, and by record id its name and its owner's id."""

    changes: Sequence[Change]
    old: str
    new: str
    people: Mapping[str, str]
    labels: Mapping[str, str]
    owners: Mapping[str, str]
    areas: Mapping[str, str]
    """By record id the key of its area."""
    mistakes: Sequence[tuple[str, int]] = ()
    """The versions with mistakes in their content, and how many."""
    first: bool = False
    """Whether there was no playbook yet in the old version."""

    @property
    def heading(self) -> str:
        """`3 changes from 2026.3 to now`."""
        if self.first:
            return f"the first version of the playbook: everything is new, {self.old} holds none"
        many = (
            f"{len(self.changes)} change{'s' if len(self.changes) != 1 else ''}" if self.changes else "nothing changed"
        )
        return f"{many} from {self.old} to {self.new}"

    @property
    def caution(self) -> str:
        """What cannot be relied on, and why; mostly nothing."""
        said = (f"{name} has {count} mistake{'s' if count > 1 else ''} in its content" for name, count in self.mistakes)
        whole = " and ".join(said)
        return f"{whole}: what they touch may be told as new, or not told at all" if whole else ""

    def by_area(self) -> list[tuple[str, list[Change]]]:
        """In the order of the areas, each under its name in words."""
        groups = groupby(self.changes, key=lambda change: change.area)
        return [(name_of(key), list(ones)) for key, ones in groups]

    def reached(self, change: Change) -> list[str]:
        """The names of the records that point to it."""
        return told_apart(
            change.affects, lambda id: self.labels.get(id, id), lambda id: name_of(self.areas.get(id, ""))
        )

    def concerned(self, change: Change) -> list[str]:
        """The names of those who keep it or what points to it, the keeper first."""
        ids = dict.fromkeys(id for id in (change.owner, *(self.owners.get(id, "") for id in change.affects)) if id)
        return [self.people.get(id, id) for id in ids]


def records_in(changes: Sequence[Change]) -> int:
    """How many are of records, and not of the rest of an area."""
    return sum(change.id != change.area for change in changes)


def some(names: Sequence[str]) -> str:
    """The first few, and how many more."""
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def told(field: Field) -> str:
    """Old and new in one, word by word; what was only taken away would read as if it were still there."""
    both = bracketed(field.was, field.now, around=AROUND)
    return both if field.now else f"{both}, now empty"


def shown(change: Change) -> tuple[Field, ...]:
    """The fields worth telling: all that differ; of a record that came or went its name says enough."""
    return change.fields if change.what in (What.CHANGED, What.RENAMED, What.RETIRED) else ()


def became(change: Change) -> str:
    """`changed`, `renamed from x`."""
    was = f", was `{change.was_id}`" if change.was_id else ""
    return f"{change.what}{was}"
