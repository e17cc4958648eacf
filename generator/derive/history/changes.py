"""What changed between two versions, record by record and field by field, in meaning and not in files."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.areas.messaging import RetiredMessage
from generator.areas.rap import Module, Rap
from generator.derive.audiences.audience import seen_by
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import latest, taught
from generator.derive.history.lines import lines_of, names_of
from generator.derive.history.wordings import is_over, say_instead
from generator.derive.links import find_links
from generator.derive.renames import renames
from generator.model.area import Area
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.shape import shapes
from generator.model.words import Audience

BETWEEN = " · "
"""Keeps the items of a list apart where they stand in one line."""


OF_CHECKS = frozenset({("company", "rules"), ("company", "accepted")})
"""What an area says of checks, and not of selling; for leaders alone."""


class What(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    RETIRED = "retired"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Field:
    """One field, as it was and as it is, in words; one of both may be empty. Of a list each item has a line."""

    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids of the old and of the new version are called when both are compared; nothing for one left out.

    A reference to a record that the audience can see in one of the versions alone is no change of who refers to it.
    """

    old: Mapping[str, str]
    new: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One record, or the rest of an area under the area's key.

    `was_id` is its id before it was renamed, `starts` the first day it holds where that is said, `instead` what not
    to say any more with what to say, `affects` the records that point to it, `lapsed` hires and modules whose sign-off
    no longer covers what is taught.
    """

    id: str
    label: str
    area: str
    what: What
    owner: str = ""
    fields: tuple[Field, ...] = ()
    was_id: str = ""
    starts: datetime.date | None = None
    note: str = ""
    instead: tuple[tuple[str, str], ...] = ()
    affects: tuple[str, ...] = ()
    lapsed: tuple[tuple[str, str], ...] = ()


def find_changes(old: Facts, new: Facts, audience: Audience) -> list[Change]:
    """By area and id, as `audience` may see them.

    What is only not for them any more, or could not be read, was not deleted, and nothing is said of it.
    The order of lists of references, the place of a record in the files and the line breaks of a text mean nothing.
    """
    was, now = seen_by(old.playbook, audience), seen_by(new.playbook, audience)
    before, after = _tops(was), _tops(now)
    still = {*new.playbook.entries, *new.misread} - set(after)
    before = {id: entry for id, entry in before.items() if id not in still}
    renamed = renames(
        {id: entry for id, entry in before.items() if id not in after},
        {id: entry for id, entry in after.items() if id not in before},
    )
    links = {What.DELETED: find_links(was)}
    pointing = find_links(now)
    names = Names({**renamed, **_hidden(new.playbook, now)}, _hidden(old.playbook, was))
    lapsed = _lapsed(old, new, now)
    found = []
    earlier = {new_id: old_id for old_id, new_id in renamed.items()}
    for id in sorted({*after, *(id for id in before if id not in renamed)}):
        one, two = before.get(earlier.get(id, id)), after.get(id)
        change = _change(id, one, two, was if two is None else now, names, new.today)
        if change is not None:
            reaching = links.get(change.what, pointing).to(id)
            affects = dict.fromkeys(link.source for link in reaching if link.source != id and link.source in after)
            instead = say_instead(one, two, now)
            found.append(replace(change, instead=instead, affects=tuple(affects), lapsed=lapsed.get(id, ())))
    untold = frozenset() if audience is Audience.LEADER else OF_CHECKS
    found += [change for key in now.areas if (change := _rest(key, was, now, names, untold))]
    return sorted(found, key=lambda change: (_order(change.area, now), change.area, change.id))


def _change(
    id: str, was: Entry | None, now: Entry | None, home: Playbook, names: Names, today: datetime.date
) -> Change | None:
    one = now or was
    assert one is not None
    fields = tuple(_fields(was, now, names))
    what = _what(was, now, fields)
    if what is None:
        return None
    owner = (one.owner if isinstance(one, Record) else None) or home.areas[home.home(one)].owner or ""
    note = one.change_note if isinstance(one, Record) and now and "change_note" in _differ(was, now) else None
    starts = one.effective if isinstance(one, Record) else getattr(one, "since", None)
    if not now or (was and starts and starts <= today and not {"effective", "since"} & _differ(was, now)):
        starts = None
    was_id = was.id if was and now and was.id != now.id else ""
    return Change(id, one.label, home.home(one), what, owner, fields, was_id, starts, " ".join((note or "").split()))


def _what(was: Entry | None, now: Entry | None, fields: tuple[Field, ...]) -> What | None:
    if now is None:
        return What.DELETED
    if isinstance(now, RetiredMessage) and not is_over(was):
        return What.RETIRED
    if was is None:
        return What.ADDED
    if is_over(now) and not is_over(was):
        return What.RETIRED
    if fields:
        return What.CHANGED
    return What.RENAMED if was.id != now.id else None


def _fields(was: Entry | None, now: Entry | None, names: Names) -> Iterator[Field]:
    """Of both kinds where it became one of another kind; a message that was given up keeps nothing but its words, and
    those are told as what not to say."""
    given_up = isinstance(now, RetiredMessage) and not is_over(was)
    for name in names_of(now) if given_up else names_of(was, now):
        if name in ("id", "change_note") or (given_up and name == "text"):
            continue
        before, after = lines_of(was, name, names.old), lines_of(now, name, names.new)
        if before != after:
            yield Field(name, before, after)


def _differ(was: Entry | None, now: Entry) -> set[str]:
    return {name for name in names_of(now) if was is None or lines_of(was, name, {}) != lines_of(now, name, {})}


def _rest(
    key: str, was: Playbook, now: Playbook, names: Names, untold: Collection[tuple[str, str]] = ()
) -> Change | None:
    """What an area says besides its entries."""
    one, two = was.areas.get(key), now.areas[key]
    free = [shape.name for shape in shapes(type(two)) if not (shape.part is not None and issubclass(shape.part, Entry))]
    said = (
        (name, lines_of(one, name, names.old), lines_of(two, name, names.new))
        for name in free
        if (key, name) not in untold
    )
    fields = tuple(Field(*field) for field in said if field[1] != field[2])
    if not fields:
        return None
    what = What.ADDED if one is None else What.CHANGED
    return Change(key, key.replace("-", " "), key, what, two.owner or "", fields)


def _lapsed(old: Facts, new: Facts, seen: Playbook) -> dict[str, tuple[tuple[str, str], ...]]:
    """By the id of a module or of a record it teaches: the sign-offs that held and do not any more."""
    visible = {(sign.hire, sign.module) for sign in seen.area(Rap).sign_offs}
    modules = {module.id: module for module in new.playbook.of(Module)}
    before = {module.id: module for module in old.playbook.of(Module)}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for hire, id in sorted(latest(new)):
        if (hire, id) not in visible or id not in before or id not in modules:
            continue
        if taught(old, before[id]) != taught(new, modules[id]):
            for subject in (id, *modules[id].teaches):
                found[subject] = (*found.get(subject, ()), (hire, id))
    return found


def _hidden(whole: Playbook, seen: Playbook) -> dict[str, str]:
    return {id: "" for id in whole.entries if id not in seen.entries}


def _tops(playbook: Playbook) -> dict[str, Entry]:
    return {id: entry for id, entry in playbook.entries.items() if len(playbook.homes[id][1]) == 2}


def _order(key: str, playbook: Playbook) -> int:
    area = playbook.areas.get(key)
    return (type(area) if area else Area).ORDER or 99
