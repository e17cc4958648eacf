"""A playbook in which every field of every class is filled, each text with a word of its own."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

from generator.areas import discover
from generator.model.area import Area
from generator.model.playbook import Playbook
from generator.model.record import Entry, Part
from generator.model.shape import Shape, entries, shapes
from generator.model.words import Audience, Period, Status
from generator.render.kinds import base_type, choices

DAY = datetime.date(2026, 6, 1)
LATER = datetime.date(2030, 1, 1)


class Filler:
    """Hands out words nobody has used: `canary1x`, `canary2x`, … and remembers where each went."""

    def __init__(self, expires: datetime.date) -> None:
        self.expires = expires
        self.numbers = itertools.count(1)
        self.words: dict[str, str] = {}

    def area(self, cls: type[Area]) -> Area:
        return cls.model_construct(**{shape.name: self.value(cls, shape) for shape in shapes(cls)})

    def part(self, cls: type[Part]) -> Part:
        return cls.model_construct(**{shape.name: self.value(cls, shape) for shape in shapes(cls)})

    def value(self, cls: type[Part], shape: Shape) -> Any:
        one = self.one(cls, shape)
        if shape.many == "dict":
            return {"key": one}
        return [one] if shape.many == "list" else one

    def one(self, cls: type[Part], shape: Shape) -> Any:
        base = base_type(cls, shape.name)
        if shape.part is not None:
            return self.part(shape.part)
        if shape.name == "id":
            return f"{cls.__name__.lower()}-{next(self.numbers)}"
        if shape.ref is not None:
            return shape.ref.kind
        if shape.name == "expires":
            return self.expires
        if shape.name == "accent":
            return "#0b6e6e"
        if base in (Audience, Status):
            return {"audience": Audience.SALES, "status": Status.ACTIVE}[shape.name]
        if choices(cls, shape.name):
            return choices(cls, shape.name)[0]
        known = {bool: True, int: 3, float: 4.0, datetime.date: DAY, Period: Period(90, "day")}
        if base in known:
            return known[base]
        if not isinstance(base, type) or not issubclass(base, str):
            return 5
        word = f"canary{next(self.numbers)}x"
        self.words[word] = f"{cls.__name__}.{shape.name}"
        return word


def filled_playbook(expires: datetime.date = LATER) -> tuple[Playbook, dict[str, str]]:
    """The playbook, and for every word in it the class and field it stands in."""
    filler = Filler(expires)
    areas = {key: filler.area(cls) for key, cls in discover().items()}
    homes = {entry.id: (key, path) for key, area in areas.items() for path, entry in entries(area)}
    known: dict[str, Entry] = {entry.id: entry for area in areas.values() for _, entry in entries(area)}
    by_kind = {entry.KIND: id for id, entry in reversed(known.items())} | {"": "product-0"}
    by_kind[""] = by_kind["product"]
    for part in _parts(areas.values()):
        for shape in shapes(type(part)):
            if shape.ref is not None:
                target = by_kind[shape.ref.kind]
                part.__dict__[shape.name] = {"list": [target], "dict": {"key": target}}.get(shape.many, target)
    for entry in known.values():
        entry.__dict__.pop("supersedes", None)
        if "supersedes" in type(entry).model_fields:
            entry.__dict__["supersedes"] = None
    return Playbook(areas, known, homes), filler.words


def _parts(found: Any) -> Iterator[Part]:
    for part in found:
        yield part
        for shape in shapes(type(part)):
            value = getattr(part, shape.name)
            if shape.part is not None:
                yield from _parts(
                    value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
                )
