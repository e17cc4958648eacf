"""Lays files together: those of one folder side by side, a later content folder over the earlier ones."""

from __future__ import annotations

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence


def beside(first: Mapping, second: Mapping) -> tuple[Mapping, list[Problem]]:
    """Two files of one area: lists are joined, anything else may stand only once."""
    both = Mapping(first.at, dict(first.keys), dict(first.values))
    problems: list[Problem] = []
    for key, node in second.values.items():
        there = both.values.get(key)
        if there is None:
            both.keys[key], both.values[key] = second.keys[key], node
        elif isinstance(there, Sequence) and isinstance(node, Sequence):
            both.values[key] = Sequence(there.at, [*there.items, *node.items])
        else:
            problems.append(_twice(key, both.keys[key], second.keys[key]))
    return both, problems


def over(base: Mapping, top: Mapping) -> Mapping:
    """A later folder over an earlier one: records of the same id are joined field by field, the later wins."""
    both = Mapping(base.at, dict(base.keys), dict(base.values))
    for key, node in top.values.items():
        there = both.values.get(key)
        both.keys[key] = top.keys[key]
        if isinstance(there, Sequence) and isinstance(node, Sequence):
            both.values[key] = _records_over(there, node)
        elif isinstance(there, Mapping) and isinstance(node, Mapping):
            both.values[key] = over(there, node)
        else:
            both.values[key] = node
    return both


def _records_over(base: Sequence, top: Sequence) -> Sequence:
    items = list(base.items)
    position = {_id(item): index for index, item in enumerate(items) if _id(item)}
    for item in top.items:
        index = position.get(_id(item))
        there = items[index] if index is not None else None
        if index is not None and isinstance(there, Mapping) and isinstance(item, Mapping):
            items[index] = _fields_over(there, item)
        else:
            items.append(item)
    return Sequence(base.at, items)


def _fields_over(base: Mapping, top: Mapping) -> Mapping:
    return Mapping(base.at, {**base.keys, **top.keys}, {**base.values, **top.values})


def _id(node: Node) -> str:
    found = node.values.get("id") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def _twice(key: str, first: Scalar, second: Scalar) -> Problem:
    complaint = Complaint(
        second.at,
        f"`{key}` stands in two files of one area",
        help=f"keep one of the two; the first is at {first.at}",
        label="the second one",
    )
    return Problem("duplicate-key", complaint)
