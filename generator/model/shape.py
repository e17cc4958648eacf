"""What a class of the model is made of: references, texts and parts, found once from its annotations."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from generator.model.record import Entry, Part
from generator.model.words import Audience, Id, Markdown, Ref, ShownTo

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: what it holds (`ref`, `text` or `part`), and whether one of it, a list or a mapping."""

    name: str
    many: str
    ref: Ref | None = None
    text: Markdown | None = None
    part: type[Part] | None = None
    audience: Audience | None = None
    named: bool = False
    """Whether it holds a short name in the form of an id, be it that of the entry itself."""


@cache
def shapes(cls: type[Part]) -> tuple[Shape, ...]:
    """The fields of `cls` in the order they are declared."""
    return tuple(_shape(name, field.annotation, tuple(field.metadata)) for name, field in cls.model_fields.items())


def references(part: Part) -> Iterator[tuple[Path, Ref, str]]:
    """Every id that `part` and the pieces in it point with: the way to it, what it must be, the id."""
    for shape, path, value in _leaves(part, _has_ref):
        if shape.ref is not None:
            yield path, shape.ref, value


def texts(part: Part) -> Iterator[tuple[Path, Markdown, str]]:
    """Every text in `part` that a reader sees: the way to it, its kind, the text as written."""
    for shape, path, value in _leaves(part, _has_text):
        if shape.text is not None:
            yield path, shape.text, value


def entries(part: Part) -> Iterator[tuple[Path, Entry]]:
    """Every entry inside `part`, outermost first, `part` itself left out."""
    for shape in shapes(type(part)):
        if shape.part is None or not has_entry(shape.part):
            continue
        for path, value in _items(shape, getattr(part, shape.name, None)):
            if isinstance(value, Entry):
                yield path, value
            if isinstance(value, Part):
                yield from ((path + inner, entry) for inner, entry in entries(value))


def _leaves(part: Part, wanted: Any) -> Iterator[tuple[Shape, Path, str]]:
    for shape in wanted(type(part)):
        held = getattr(part, shape.name, None)
        if held is None or (shape.many and not held):  # most fields of most records; a loop each would be felt
            continue
        for path, value in _items(shape, held):
            if isinstance(value, Part):
                yield from ((inner, path + rest, leaf) for inner, rest, leaf in _leaves(value, wanted))
            elif isinstance(value, str):
                yield shape, path, value


def _items(shape: Shape, value: Any) -> Iterator[tuple[Path, Any]]:
    if value is None:
        return
    if shape.many == "list":
        yield from (((shape.name, position), item) for position, item in enumerate(value))
    elif shape.many == "dict":
        yield from (((shape.name, key), item) for key, item in value.items())
    else:
        yield (shape.name,), value


@cache
def _has_ref(cls: type[Part]) -> tuple[Shape, ...]:
    return tuple(s for s in shapes(cls) if s.ref is not None or (s.part is not None and _has_ref(s.part)))


@cache
def _has_text(cls: type[Part]) -> tuple[Shape, ...]:
    return tuple(s for s in shapes(cls) if s.text is not None or (s.part is not None and _has_text(s.part)))


@cache
def has_entry(cls: type[Part]) -> bool:
    return issubclass(cls, Entry) or any(s.part is not None and has_entry(s.part) for s in shapes(cls))


def _shape(name: str, annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    many = ""
    marks = list(metadata)
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
        elif origin in (Union, types.UnionType):
            rest = [item for item in get_args(annotation) if item is not type(None)]
            annotation = next((item for item in rest if _is_part(item)), rest[0])
        elif origin in (list, dict):
            many = origin.__name__
            annotation = get_args(annotation)[-1]
        else:
            break
    found = {type(mark): mark for mark in marks}
    shown = found.get(ShownTo)
    return Shape(
        name,
        many,
        ref=found.get(Ref),
        text=found.get(Markdown),
        part=annotation if _is_part(annotation) else None,
        audience=shown.audience if shown else None,
        named=get_args(Id)[1] in marks,
    )


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)
