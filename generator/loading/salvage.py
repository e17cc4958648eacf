"""Saves what is right of a record that is not: the values that do not fit go, the texts that are missing are filled."""

from __future__ import annotations

import copy
from contextlib import suppress
from typing import Any

from pydantic_core import ErrorDetails

from generator.loading.nodes import Node, child_of
from generator.model.record import Part
from generator.model.shape import Path, shapes


def without(data: Any, node: Node, errors: list[ErrorDetails]) -> Any:
    """The data less every value that an error is about, last list items first so that positions hold."""
    data = copy.deepcopy(data)
    paths = {written(node, error["loc"]) for error in errors if error["type"] != "missing"}
    for path in sorted(paths, key=lambda p: [(isinstance(s, int), str(s).zfill(9)) for s in p], reverse=True):
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        if path:
            del holder[path[-1]]
    return data


def fill(cls: type[Part], data: Any, errors: list[ErrorDetails], words: str) -> None:
    """Puts `words` for the texts that are missing, so that what the record says besides is known all the same."""
    for way, name in [(error["loc"][:-1], error["loc"][-1]) for error in errors if error["type"] == "missing"]:
        texts = {shape.name for shape in shapes(class_at(cls, way)) if shape.text and not shape.many}
        holder = data
        with suppress(KeyError, IndexError, TypeError):
            for step in way:
                holder = holder[step]
            if name in texts:
                holder[name] = words


def class_at(cls: type[Part], path: Path) -> type[Part]:
    for step in path:
        if isinstance(step, str):
            inner = next((shape.part for shape in shapes(cls) if shape.name == step), None)
            cls = inner or cls
    return cls


def written(node: Node, loc: tuple[str | int, ...]) -> Path:
    """The steps of pydantic's way that exist in the file; it adds names of union members and the like."""
    path: list[str | int] = []
    for step in loc:
        child = child_of(node, step)
        if child is not None:
            path.append(step)
            node = child
    return tuple(path)
