"""What kind of value a field holds, for readers and for the pages that explain the fields."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.model.record import Part
from generator.model.shape import Shape, shapes
from generator.model.words import Period


@cache
def shapes_by_name(cls: type[Part]) -> Mapping[str, Shape]:
    """The fields of a class by name, looked up for every value on every page."""
    return {shape.name: shape for shape in shapes(cls)}


@cache
def base_type(cls: type[Part], name: str) -> Any:
    """The innermost type of a field: `str`, a part's class, a `Literal[…]`, `datetime.date`."""
    annotation: Any = cls.model_fields[name].annotation
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(item for item in get_args(annotation) if item is not type(None))
        elif origin in (list, tuple, set):
            annotation = get_args(annotation)[0]
        elif origin is dict:
            annotation = get_args(annotation)[1]
        else:
            return annotation


@cache
def is_choice(cls: type[Part], name: str) -> bool:
    """Whether the field takes one of a few fixed words."""
    return bool(choices(cls, name))


def choices(cls: type[Part], name: str) -> tuple[str, ...]:
    """The words a field can take, where they are fixed."""
    base = base_type(cls, name)
    if get_origin(base) is Literal:
        return tuple(str(word) for word in get_args(base))
    if isinstance(base, type) and issubclass(base, Enum):
        return tuple(str(member.value) for member in base)
    return ()


@cache
def default(cls: type[Part], name: str) -> Any:
    """What a field holds where nothing was written; a number or yes-no that says no more need not be shown."""
    return cls.model_fields[name].default


def kind(cls: type[Part], name: str) -> str:
    """One word for what is written: choice, id, date, period, number, yes-no, part or text."""
    base = base_type(cls, name)
    if choices(cls, name):
        return "choice"
    if shapes_by_name(cls)[name].named:
        return "id"
    for types_, word in (
        ((datetime.date,), "date"),
        ((Period,), "period"),
        ((bool,), "yes-no"),
        ((int, float), "number"),
        ((Part,), "part"),
    ):
        if isinstance(base, type) and issubclass(base, types_):
            return word
    return "text"
