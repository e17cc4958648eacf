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
    yield from ((path, value) for path, value in _leaves(part) if not isinstance(value, datetime.date))


def dated(part: Part) -> Iterator[tuple[Path, datetime.date]]:
    """The way to each day in `part` and the pieces in it."""
    yield from ((path, value) for path, value in _leaves(part) if isinstance(value, datetime.date))


def _leaves(part: Part) -> Iterator[tuple[Path, Value | datetime.date]]:
    for name in _worded(type(part)):
        yield from _values((name,), getattr(part, name))


def _values(path: Path, value: Any) -> Iterator[tuple[Path, Value | datetime.date]]:
    if isinstance(value, Part):
        yield from ((path + inner, leaf) for inner, leaf in _leaves(value))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _values((*path, position), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values((*path, key), item)
    elif isinstance(value, Period):
        yield path, str(value)
    elif isinstance(value, str | int | float | datetime.date) and not isinstance(value, bool):
        yield path, value


@cache
def _worded(cls: type[Part]) -> tuple[str, ...]:
    chosen = {name for name, field in cls.model_fields.items() if _is_choice(str(field.annotation))}
    return tuple(shape.name for shape in shapes(cls) if shape.ref is None and shape.name not in chosen)


def _is_choice(annotation: str) -> bool:
    return "Literal[" in annotation or "words.Audience" in annotation or "words.Status" in annotation
