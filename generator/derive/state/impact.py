"""What rests on a change: every record that must be looked at because others have moved, and the way there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.facts import Facts
from generator.derive.renames import renames
from generator.derive.state.reviews import Standing, State, fingerprint, in_words
from generator.model.playbook import Playbook
from generator.model.record import FACETS, Record
from generator.model.shape import entries
from generator.model.words import Status


class How(StrEnum):
    """What became of a record between two versions, or that somebody asks what if."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"
    DELETED = "deleted"
    ASKED = "asked about"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that moved. `was` and `now` are its meaning in words; both empty where only asked about."""

    id: str
    label: str
    how: How
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that a change reaches. `path` leads from it to what changed, nearest first.

    `rests` says that every step of the way is `based_on`; else the last step is a link in another field.
    """

    record: Record
    path: tuple[str, ...]
    rests: bool
    standing: Standing
    gone: bool = False
    """Whether what changed was deleted, so that no review of this record can clear it."""

    @property
    def waits(self) -> bool:
        """Whether nobody has looked at it since."""
        return self.gone or (self.rests and self.standing.state is not State.REVIEWED)

    @property
    def only_waits(self) -> bool:
        """Whether a look at what it rests on is enough."""
        return len(self.path) > 2 if self.gone else self.standing.state is State.AFFECTED


@dataclass(frozen=True)
class Impact:
    """What changed and all that it reaches, what rests on it before what only points to it, nearest first."""

    changes: tuple[Change, ...]
    touched: tuple[Touched, ...]

    @property
    def concerned(self) -> tuple[Touched, ...]:
        """What rests on the change, and what names a record that is gone."""
        return tuple(one for one in self.touched if one.rests or one.gone)

    @property
    def waiting(self) -> tuple[Touched, ...]:
        """What nobody has looked at since: itself, or what it rests on."""
        return tuple(one for one in self.touched if one.waits)

    @property
    def first(self) -> tuple[Touched, ...]:
        """Those of them that must be looked at; the others wait for these, and are clear again with them."""
        return tuple(one for one in self.waiting if not one.only_waits)


def find_impact(facts: Facts, changes: Iterable[Change]) -> Impact:
    changes = tuple(changes)
    starts = [change.id for change in sorted(changes, key=lambda change: change.id in facts.playbook.entries)]
    rests = _ways(facts, {id_: (id_,) for id_ in starts})
    pointing = {source: (source, id_) for id_ in starts for source in _pointing(facts, id_) if source not in rests}
    points = _ways(facts, pointing)
    touched = [_touched(facts, way, True, starts) for id_, way in rests.items() if id_ not in starts]
    touched += [_touched(facts, way, False, starts) for id_, way in points.items() if id_ not in rests]
    in_use = (one for one in touched if one.record.status is not Status.RETIRED)
    return Impact(changes, tuple(sorted(in_use, key=lambda one: (not one.rests, len(one.path), one.record.id))))


def moved_since_review(facts: Facts) -> list[Change]:
    """The records that changed or were deleted since somebody last reviewed what rests on them."""
    found = {change.id: change for change in _deleted(facts)}
    for standing in facts.standings.values():
        for id_ in standing.moved if standing.state is State.SUSPECT else ():
            found.setdefault(id_, _changed(standing.then.get(id_, ""), facts.playbook.entries[id_]))
    return [found[id_] for id_ in sorted(found)]


def between(old: Playbook, new: Playbook) -> list[Change]:
    """The records whose meaning differs between two versions, by id; another id alone is no change."""
    before, after = _tops(old), _tops(new)
    gone = {id_: record for id_, record in before.items() if id_ not in after}
    came = {id_: record for id_, record in after.items() if id_ not in before}
    for was, now in renames(gone, came).items():
        before[now] = before.pop(was)
    return [
        change for id_ in sorted({*before, *after}) if (change := _difference(id_, before.get(id_), after.get(id_)))
    ]


def asked(record: Record) -> Change:
    """What if this record changed."""
    return Change(record.id, record.label, How.ASKED)


def _difference(id_: str, was: Record | None, now: Record | None) -> Change | None:
    if now is None:
        return Change(id_, was.label, How.DELETED, was=in_words(was)) if was else None
    if was is None:
        return Change(id_, now.label, How.ADDED, now=in_words(now))
    if fingerprint(was) == fingerprint(now):
        return None
    return _changed(in_words(was), now)


def _deleted(facts: Facts) -> Iterator[Change]:
    """What reviews remember and is gone, as long as something still names it; a record that is misread is not gone."""
    said = {review.record: "" for review in facts.playbook.reviews}
    said |= {stamp.id: stamp.text or "" for review in facts.playbook.reviews for stamp in review.upstream}
    for id_, text in said.items():
        if id_ not in facts.playbook.entries and id_ not in facts.misread and facts.links.to(id_):
            yield Change(id_, id_.replace("-", " "), How.DELETED, was=text)


def _changed(was: str, now: object) -> Change:
    assert isinstance(now, Record)
    retired = now.status is Status.RETIRED and "status: retired" not in was
    return Change(now.id, now.label, How.RETIRED if retired else How.CHANGED, was, in_words(now))


def _tops(playbook: Playbook) -> dict[str, Record]:
    return {record.id: record for record in playbook.records() if len(playbook.homes[record.id][1]) == 2}


def _ways(facts: Facts, ways: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The shortest way from everything that is based on the given ones, by id, breadth first."""
    found = dict(ways)
    edge = list(ways)
    while edge:
        nearer, edge = edge, []
        for id_ in nearer:
            for link in facts.links.to(id_):
                if link.path[0] == "based_on" and link.source not in found:
                    found[link.source] = (link.source, *found[id_])
                    edge.append(link.source)
    return found


def _pointing(facts: Facts, id_: str) -> Iterator[str]:
    """The records that name it, or an entry inside it, in any field but those that only sort."""
    record = facts.playbook.entries.get(id_)
    inside = [entry.id for _, entry in entries(record)] if record is not None else []
    for target in (id_, *inside):
        for link in facts.links.to(target):
            other = isinstance(facts.playbook.entries[link.source], Record) and link.source != id_
            if other and link.path[0] not in (*FACETS, "based_on", "supersedes"):
                yield link.source


def _touched(facts: Facts, path: tuple[str, ...], rests: bool, starts: Collection[str]) -> Touched:
    record = facts.playbook.entries[path[0]]
    assert isinstance(record, Record)
    standing, gone = facts.standings[record.id], path[-1] not in facts.playbook.entries
    if rests and not gone:
        path = _to_cause(record.id, standing, starts) or path
    return Touched(record, path, rests, standing, gone)


def _to_cause(id_: str, standing: Standing, starts: Collection[str]) -> tuple[str, ...]:
    """Of several ways to what changed, the one for which it waits: what another leads to may have been looked at."""
    cause = next((moved for moved in standing.moved if moved in starts), "")
    if not cause:
        return ()
    return (id_, *standing.path[:-1], cause) if standing.state is State.AFFECTED else (id_, cause)
