"""A playbook on disk in which every field of every class is filled, at every audience, with words of its own.

Numbers too, where they are amounts; counts of days and weeks stay small, since pages show one line for each.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.areas import discover
from generator.areas.company import Company
from generator.model.record import Entry, Part, Record
from generator.model.shape import Shape, shapes
from generator.model.words import Audience, Period, Status
from generator.render.kinds import base_type, choices

NOT_WRITTEN = {(Company, "rules"), (Company, "accepted")}
"""Settings of the checks, which name rules and not what is sold."""


class Nest:
    """Fills fields. `words` and `numbers` remember, by what was written, who may read it at the least."""

    def __init__(self) -> None:
        self.words: dict[str, Audience] = {}
        self.numbers: dict[int, Audience] = {}
        self.ids: dict[str, dict[Audience, str]] = {}
        self.refs: list[tuple[dict[str, Any], Shape]] = []
        self.count = 0

    def area(self, cls: type[Part]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        self.fill(said, cls, Audience.PUBLIC)
        return said

    def field(self, cls: type[Part], shape: Shape, level: Audience) -> Any:
        level = _above(level, shape.audience or Audience.PUBLIC)
        if shape.part is not None and issubclass(shape.part, Record) and shape.many == "list":
            return [self.part(shape.part, level, own) for own in Audience]
        one = self.part(shape.part, level) if shape.part is not None else self.leaf(cls, shape, level)
        if one is None:
            return None
        return [one] if shape.many == "list" else {f"key{self.word(level)}": one} if shape.many == "dict" else one

    def part(self, cls: type[Part], level: Audience, own: Audience | None = None) -> dict[str, Any]:
        level = _above(level, own or Audience.PUBLIC)
        said: dict[str, Any] = {"audience": own.value} if own else {}
        self.fill(said, cls, level)
        if issubclass(cls, Entry):
            self.ids.setdefault(cls.KIND, {}).setdefault(level, said["id"])
        return said

    def fill(self, said: dict[str, Any], cls: type[Part], level: Audience) -> None:
        for shape in shapes(cls):
            if shape.name == "supersedes" or (cls, shape.name) in NOT_WRITTEN:
                continue
            if shape.ref is not None:
                self.refs.append((said, shape))
                continue
            value = self.field(cls, shape, level)
            if value is not None:
                said[shape.name] = value

    def leaf(self, cls: type[Part], shape: Shape, level: Audience) -> Any:
        base = base_type(cls, shape.name)
        fixed = {"status": Status.ACTIVE.value, "accent": "#0b6e6e", "audience": None}
        if shape.name in fixed:
            return fixed[shape.name]
        if choices(cls, shape.name):
            return choices(cls, shape.name)[0]
        known = {bool: True, int: 3, datetime.date: "2026-06-01", Period: "90 days"}
        if base in known:
            return known[base]
        if base is float:
            number = self.number(level)
            return number if fits(cls, shape.name, float(number)) else number / 100_000  # shares end at 100
        return self.word(level)

    def word(self, level: Audience) -> str:
        self.count += 1
        word = f"canary{self.count}x"
        self.words[word] = level
        return word

    def number(self, level: Audience) -> int:
        self.count += 2 if self.count % 10 == 9 else 1  # no nought at the end, which a share would lose
        self.numbers[7_100_000 + self.count] = level
        return 7_100_000 + self.count

    def point(self) -> None:
        """Every list of references names one record of each audience, every other the most public one."""
        for said, shape in self.refs:
            kind = shape.ref.kind if shape.ref else ""
            known = self.ids.get(kind or "objective", {})
            chosen = [known[level] for level in Audience if level in known]
            if not chosen:
                continue
            said[shape.name] = chosen if shape.many == "list" else chosen[0]
            if shape.many == "dict":
                said[shape.name] = {"key": chosen[0]}


def fits(cls: type[Part], name: str, value: object) -> bool:
    field = cls.model_fields[name]
    try:
        TypeAdapter(field.rebuild_annotation()).validate_python(value)
    except ValidationError:
        return False
    return True


def plant(root: Path) -> Nest:
    """Writes the content below `root`; each text also links to a leader's objective."""
    nest = Nest()
    areas = {key: nest.area(cls) for key, cls in discover().items()}
    nest.point()
    areas["pipeline"]["deals"][0]["rep"] = areas["performance"]["reps"][0]["id"]
    board = nest.ids["objective"][Audience.LEADER]
    for text in _texts(areas["objectives"]):
        text["statement"] += f" as in [[{board}]] and [[={board}]]"
    for key, said in areas.items():
        path = root / "content" / f"{key}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(said, indent=1), encoding="utf-8")
    return nest


def _texts(area: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (one for one in area["objectives"] if one.get("audience") != Audience.LEADER.value)


def _above(one: Audience, other: Audience) -> Audience:
    return max(one, other, key=lambda audience: audience.rank)
