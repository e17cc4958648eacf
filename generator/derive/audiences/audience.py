"""The playbook as one audience may see it: what lies above is taken out before any page is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from generator.areas import discover
from generator.model.area import Area
from generator.model.playbook import Playbook
from generator.model.record import Part, Record
from generator.model.review import Review
from generator.model.shape import Shape, entries, shapes
from generator.model.words import LINK, Audience, Status

P = TypeVar("P", bound=Part)

GONE = "…"
"""Stands where a text links to what was taken out; the bare id could say what it is about."""


@lru_cache(maxsize=len(Audience))
def seen_by(playbook: Playbook, audience: Audience) -> Playbook:
    """The playbook without folders, records, fields and drafts that `audience` may not see.

    References to what was taken out go with it, where the field can be empty; in a text that links to it stands
    an ellipsis.
    """
    playbook = playbook.below.get(audience, playbook)
    first = {key: _area(area, audience) for key, area in playbook.areas.items()}
    known = {entry.id for area in first.values() for _, entry in entries(area)}
    areas = {key: _unlinked(area, known) for key, area in first.items()}
    homes = {entry.id: (key, path) for key, area in areas.items() for path, entry in entries(area)}
    found = {entry.id: entry for area in areas.values() for _, entry in entries(area)}
    reviews = tuple(_review(review, known) for review in playbook.reviews if review.record in known)
    kept = {id_: found[id_] for id_ in playbook.entries if id_ in found}
    return Playbook(areas, kept, homes, reviews, language=playbook.language)


def audience_of(record: Record, area: type[Area]) -> Audience:
    """Who may read a record: what it says itself, else what its area says."""
    return record.audience or area.AUDIENCE


def _review(review: Review, known: set[str]) -> Review:
    """A stamp holds the words of the record that was rested on."""
    return review.model_copy(update={"upstream": [stamp for stamp in review.upstream if stamp.id in known]})


def _area(area: Area, audience: Audience) -> Area:
    cls = discover()[area.KEY]
    return area.model_copy(update=_cut(area, audience, cls))


def _cut(part: Part, audience: Audience, area: type[Area]) -> dict[str, Any]:
    """The new values of the fields of `part` that hold something above `audience`."""
    changed: dict[str, Any] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if shape.audience is not None and shape.audience.rank > audience.rank:
            changed[shape.name] = _empty(part, shape)
        elif shape.part is not None and value is not None:
            changed[shape.name] = _within(value, audience, area)
    return changed


def _within(value: Any, audience: Audience, area: type[Area]) -> Any:
    if isinstance(value, list):
        return [_within(item, audience, area) for item in value if _visible(item, audience, area)]
    if isinstance(value, dict):
        return {key: _within(item, audience, area) for key, item in value.items()}
    if not _visible(value, audience, area):
        return None
    return value.model_copy(update=_cut(value, audience, area)) if isinstance(value, Part) else value


def _visible(item: Any, audience: Audience, area: type[Area]) -> bool:
    if not isinstance(item, Record):
        return True
    return item.status is not Status.DRAFT and audience_of(item, area).rank <= audience.rank


def _unlinked(part: P, known: set[str]) -> P:
    """`part` without references to what is not known any more."""
    changed: dict[str, Any] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if shape.ref is not None and isinstance(value, list):
            changed[shape.name] = [word for word in value if word in known]
        elif shape.ref is not None and isinstance(value, str) and value not in known:
            changed[shape.name] = _empty(part, shape)
        elif (shape.part is not None or shape.text is not None) and value is not None:
            changed[shape.name] = _each(value, known)
    return part.model_copy(update=changed)


def _each(value: Any, known: set[str]) -> Any:
    if isinstance(value, list):
        return [_each(item, known) for item in value]
    if isinstance(value, dict):
        return {key: _each(item, known) for key, item in value.items()}
    if isinstance(value, Part):
        return _unlinked(value, known)
    if isinstance(value, str) and "[[" in value:
        return LINK.sub(lambda link: link[0] if link[2] in known else GONE, value)
    return value


def _empty(part: Part, shape: Shape) -> Any:
    """What stands in a field that was taken out: its default, or nothing of its kind."""
    field = type(part).model_fields[shape.name]
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    empty: Mapping[str, Any] = {"list": [], "dict": {}}
    return empty.get(shape.many, "" if isinstance(getattr(part, shape.name), str) else None)
