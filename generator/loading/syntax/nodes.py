"""What a YAML file is made of, with the place of every key and value."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

from generator.location import Location

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?([0-9]{1,18}\.[0-9]{1,18})([eE][-+]?[0-9]{1,3})?|[-+]?[1-9][0-9]{0,17}[eE][-+]?[0-9]{1,3}")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(slots=True)
class Scalar:
    """A single value. `plain` says it stood without quotes, so it may be a number or true/false."""

    at: Location
    text: str
    plain: bool
    tag: str = ""

    @property
    def data(self) -> Any:
        """Numbers, true, false and null are what they look like; all else (`no`, `22:30`, dates) is text."""
        if not self.plain:
            return self.text
        if self.text in _WORDS:
            return _WORDS[self.text]
        if _INT.fullmatch(self.text):
            return int(self.text)
        number = float(self.text) if _FLOAT.fullmatch(self.text) else math.inf
        return number if math.isfinite(number) else self.text

    @property
    def size(self) -> int:
        return 1


@dataclass(slots=True)
class Sequence:
    """A list of values."""

    at: Location
    items: list[Node] = field(default_factory=list)
    size: int = 1

    @property
    def data(self) -> list[Any]:
        return [item.data for item in self.items]


@dataclass(slots=True)
class Mapping:
    """Keys with values. `keys` holds the place of each key; a double key keeps its first value here."""

    at: Location
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    size: int = 1

    @property
    def data(self) -> dict[str, Any]:
        return {key: value.data for key, value in self.values.items()}


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class NodeOrigin:
    """Looks places up in the tree that a value was read from."""

    node: Node

    def value(self, *path: str | int) -> Location:
        node, _, _ = self._follow(path)
        return _place(node)

    def key(self, *path: str | int) -> Location:
        node, parent, whole = self._follow(path)
        if whole and isinstance(parent, Mapping) and isinstance(path[-1], str):
            return parent.keys[path[-1]].at
        return _place(node)

    def wrote(self, name: str) -> bool:
        return isinstance(self.node, Mapping) and name in self.node.keys

    def _follow(self, path: tuple[str | int, ...]) -> tuple[Node, Node | None, bool]:
        """The deepest node that was written on the way, its parent, and whether the way ended there."""
        node: Node = self.node
        parent: Node | None = None
        for step in path:
            child = child_of(node, step)
            if child is None:
                return node, parent, False
            parent, node = node, child
        return node, parent, True


def child_of(node: Node, step: str | int) -> Node | None:
    """The value of a key, or the item at a position; None where there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.values.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _place(node: Node) -> Location:
    """A mapping is underlined at its first key, not at the whole of it."""
    if isinstance(node, Mapping) and node.keys:
        return next(iter(node.keys.values())).at
    return node.at
