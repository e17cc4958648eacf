"""Everything that is written in a piece of the playbook, value by value, whatever its shape."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.record import Part
from generator.model.shape import Path, shapes
from generator.model.words import Period

Value = str | int | float


def spoken(part: Part) -> Iterator[tuple[Path, Value]]:
    """The way to each text and number in `part` and the pieces in it, ids included.

    Left out is what nobody words: references (the id is said by the entry that has it), days, and the words of a
    fixed list.
    """
    yield from ((path, value) for path, value in leaves(part) if not isinstance(value, datetime.date))


def leaves(part: Part) -> list[tuple[Path, Value | datetime.date]]:
    """What is spoken and dated in `part`, in the order of the model."""
    found: list[tuple[Path, Value | datetime.date]] = []
    _gather(part, (), found)
    return found


def _gather(value: Any, path: Path, found: list[tuple[Path, Value | datetime.date]]) -> None:
    """Into one list: handed up from piece to piece each value would be touched as often as it lies deep."""
    if isinstance(value, str | int | float | datetime.date):
        if not isinstance(value, bool):
            found.append((path, value))
    elif isinstance(value, Part):
        for name in _worded(type(value)):
            if (held := getattr(value, name)) is not None:
                _gather(held, (*path, name), found)
    elif isinstance(value, list | dict):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            _gather(item, (*path, step), found)
    elif isinstance(value, Period):
        found.append((path, str(value)))


@cache
def _worded(cls: type[Part]) -> tuple[str, ...]:
    chosen = {name for name, field in cls.model_fields.items() if _is_choice(str(field.annotation))}
    return tuple(shape.name for shape in shapes(cls) if shape.ref is None and shape.name not in chosen)


def _is_choice(annotation: str) -> bool:
    return "Literal[" in annotation or "words.Audience" in annotation or "words.Status" in annotation
