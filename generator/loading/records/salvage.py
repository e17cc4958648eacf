"""Saves what is right of a record that is not: the values that do not fit go, the texts that are missing are filled."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic_core import ErrorDetails

from generator.loading.syntax.nodes import Node, child_of
from generator.model.record import Part
from generator.model.shape import Path, shapes


def without(data: Any, node: Node, errors: list[ErrorDetails]) -> Any:
    """The data less every value that an error is about."""
    data = copy.deepcopy(data)
    _take_out(data, {written(node, error["loc"]) for error in errors if error["type"] != "missing"})
    return data


def fill(cls: type[Part], data: Any, errors: list[ErrorDetails], words: str) -> None:
    """Puts `words` for the texts that are missing, so that what the record says besides is known all the same.

    A part of the record that misses something else, such as a row without its day, goes as a whole.
    """
    hopeless: set[Path] = set()
    for loc in (error["loc"] for error in errors if error["type"] == "missing"):
        way = _there(data, loc[:-1])
        if loc[-1] in {shape.name for shape in shapes(class_at(cls, way)) if shape.text and not shape.many}:
            _at(data, way)[loc[-1]] = words
        else:
            hopeless.add(way)
    _take_out(data, hopeless)


def _take_out(data: Any, paths: Iterable[Path]) -> None:
    """Last list items first, so that positions hold."""
    for path in sorted(paths, key=lambda p: [(isinstance(s, int), str(s).zfill(9)) for s in p], reverse=True):
        if path:
            del _at(data, path[:-1])[path[-1]]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _there(data: Any, loc: tuple[str | int, ...]) -> Path:
    """The steps of pydantic's way that exist in the data; it adds names of union members and the like."""
    path: list[str | int] = []
    for step in loc:
        with suppress(KeyError, IndexError, TypeError):
            data = data[step]
            path.append(step)
    return tuple(path)


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
