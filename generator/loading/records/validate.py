"""Reads nodes as the records of an area; a mistake costs the value it stands in, not the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.finding import Complaint
from generator.loading.folders.absent import kinds_of
from generator.loading.problem import Problem
from generator.loading.records.example import instead, list_for, stray_word
from generator.loading.records.salvage import class_at, fill, without, written
from generator.loading.syntax.nodes import Mapping, Node, NodeOrigin, Scalar, Sequence, child_of
from generator.loading.words import about, message, nearest, noun, one_of, slug
from generator.model.area import Area
from generator.model.record import Entry, Part, Record
from generator.model.shape import Path, entries, shapes

P = TypeVar("P", bound=Part)
UNKNOWN = "extra_forbidden"
"""What pydantic calls a field that does not exist."""
NAMELESS = "?"
"""Begins what stands for the id of a record that has none."""
INHERITED = ("owner", "review_every")
"""Fields that an area gives to the records that do not have their own."""


@dataclass
class Read:
    """An area as far as it could be read. `lost` holds the ids of records that could not, with the kind of each."""

    area: Area
    problems: list[Problem] = field(default_factory=list)
    lost: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    """The kinds of the records that could not be read and of which nobody knows the ids."""
    fragments: list[Part] = field(default_factory=list)
    """What is left of records that could not be read, so that their references are checked all the same."""


def read_area(cls: type[Area], node: Mapping) -> Read:
    """The area written in `node`; lists are read item by item so that one mistake hides no other record."""
    read = Read(cls())
    values: dict[str, Any] = {}
    inherited = {name: node.values[name].data for name in INHERITED if _is_right(cls, name, node)}
    for shape in shapes(cls):
        child = node.values.get(shape.name)
        if child is None:
            continue
        if shape.part is not None and shape.many == "list" and isinstance(child, Sequence):
            items = (_item(read, shape.part, item, inherited) for item in child.items)
            values[shape.name] = [item for item in items if item is not None]
        else:
            if shape.part is not None and shape.many:
                read.hidden |= kinds_of(shape.part)
            whole = read_part(read, cls, Mapping(child.at, {shape.name: node.keys[shape.name]}, {shape.name: child}))
            if whole is not None:
                values[shape.name] = getattr(whole, shape.name)
    read.problems += [Problem("unknown-field", c) for c in _unknown(cls, node, "this file")]
    _hide(read, cls, node)
    read.area = cls.model_construct(**values).placed(NodeOrigin(node))
    return read


def _hide(read: Read, cls: type[Area], node: Mapping) -> None:
    """What stands in a list with a name that is written wrongly is there, and could not be read."""
    parts = {shape.name: shape.part for shape in shapes(cls) if shape.part and shape.name not in node.keys}
    for key in node.keys:
        meant = "" if key in cls.model_fields else nearest(key, cls.model_fields) or list_for(cls, node, key)
        if part := parts.get(meant):
            read.hidden |= kinds_of(part)
            kind = part.KIND if issubclass(part, Entry) else ""
            read.lost |= dict.fromkeys(map(slug, _ids(node.values[key])), kind)


def _item(read: Read, cls: type[P], node: Node, inherited: dict[str, Any]) -> P | None:
    stray = stray_word(cls, node) if isinstance(node, Mapping) else None
    if stray:
        read.problems.append(stray)
        read.lost[stray.complaint.record] = noun(cls).partition(" ")[2]
    part = None if stray else read_part(read, cls, node, inherited if issubclass(cls, Record) else {})
    if part is None:
        kind = cls.KIND if issubclass(cls, Entry) else ""
        read.lost |= dict.fromkeys({slug(id_) for id_ in _ids(node)} or _unnamed(node, kind), kind)
        if isinstance(node, Mapping) and not isinstance(node.values.get("id"), Scalar):
            read.hidden |= kinds_of(cls)
        read.fragments.append(_fragment(cls, node))
        return None
    origin = NodeOrigin(node)
    if isinstance(part, Entry):
        part.placed(origin)
    for path, entry in entries(part):
        entry.placed(NodeOrigin(_follow(node, path)))
    return part


def _unnamed(node: Node, kind: str) -> set[str]:
    """What a record may be called that is no group of fields but a line of text in its place; of one without an id
    only its kind is known.
    """
    return {slug(node.text)} if isinstance(node, Scalar) else {NAMELESS + kind} if kind else set()


def read_part(read: Read, cls: type[P], node: Node, inherited: dict[str, Any] | None = None) -> P | None:
    """`node` as a `cls`. Values that do not fit are reported and left out; None where nothing usable is left.

    `inherited` holds values for fields that the node leaves out.
    """
    data = {**(inherited or {}), **node.data} if isinstance(node, Mapping) else node.data
    for attempt in range(4):
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if attempt == 0:
                read.problems += _problems(cls, node, errors)
                data = without(data, node, errors)
            else:
                fill(cls, data, errors, next(iter(_ids(node)), "").replace("-", " ") or "…")
    return None


def _is_right(cls: type[Area], name: str, node: Mapping) -> bool:
    """Whether a value that records inherit is one; what is wrong with it is said once, where it stands."""
    with suppress(ValidationError):
        return name in node.values and cls.model_validate({name: node.values[name].data}) is not None
    return False


def _fragment(cls: type[P], node: Node) -> P:
    """The fields that are right in a record that is not."""
    good: dict[str, Any] = {}
    for name, value in node.data.items() if isinstance(node, Mapping) else ():
        with suppress(ValidationError):
            blank = cls.model_construct()
            cls.__pydantic_validator__.validate_assignment(blank, name, value)
            good[name] = getattr(blank, name)
    fragment = cls.model_construct(**good)
    return fragment.placed(NodeOrigin(node)) if isinstance(fragment, Entry) else fragment


def _problems(cls: type[Part], node: Node, errors: list[ErrorDetails]) -> Iterator[Problem]:
    seen: set[Path] = set()
    meant = _meant(cls, node, errors)
    for error in errors:
        path = written(node, error["loc"])
        if error["type"] in ("missing", UNKNOWN):
            name = str(error["loc"][-1])
            path = (*path[:-1], name) if error["type"] == UNKNOWN else (*path, name)
        if error["type"] == "missing" and (*path[:-1], name) in {(*way[:-1], near) for way, near in meant.items()}:
            continue  # said of the name that stands in its place
        if path not in seen:
            seen.add(path)
            yield _problem(cls, node, path, error, meant.get(path, ""))


def _meant(cls: type[Part], node: Node, errors: list[ErrorDetails]) -> dict[Path, str]:
    """What each unknown name was most likely meant to be: rather a field that is missing beside it."""
    missing = [(*written(node, error["loc"]), str(error["loc"][-1])) for error in errors if error["type"] == "missing"]
    found: dict[Path, str] = {}
    for path in (written(node, error["loc"]) for error in errors if error["type"] == UNKNOWN):
        beside = [way[-1] for way in missing if way[:-1] == path[:-1]]
        name = str(path[-1])
        fields = class_at(cls, path[:-1]).model_fields
        head = name.partition(":")[0]
        found[path] = head if head in fields else nearest(name, map(str, beside)) or nearest(name, fields)
    return found


def _problem(cls: type[Part], node: Node, path: Path, error: ErrorDetails, meant: str) -> Problem:
    origin = NodeOrigin(node)
    owner = class_at(cls, path[:-1])
    name = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "")
    record = next(iter(_ids(node)), "")
    if error["type"] == UNKNOWN:
        complaint = _no_such_field(owner, name, meant, origin.key(*path), record)
        return Problem("unknown-field", complaint)
    if error["type"] == "missing":
        what = about(owner, name)
        at = origin.value(*path[:-1])
        cure = f"fill the column `{name}` of this row" if at.file.endswith(".csv") else f"add `{name}:` to it"
        return Problem(
            "missing-field",
            Complaint(
                at,
                f"{noun(owner)} needs `{name}`",
                help=cure,
                notes=(f"{name}: {what[0].lower() + what[1:].rstrip('.')}",) if what else (),
                record=record,
            ),
        )
    said, cure, label = message(
        error,
        name or noun(cls).partition(" ")[2],
        about(owner, name),
        instead(cls, path, error["input"]),
        ids=any(shape.ref for shape in shapes(owner) if shape.name == name),
    )
    rule = "bad-date" if ("day" in said and "calendar" in said) or "not a date" in said else "wrong-value"
    return Problem(rule, Complaint(origin.value(*path), said, help=cure, label=label, record=record))


def _unknown(cls: type[Part], node: Mapping, where: str) -> Iterator[Complaint]:
    for key, place in node.keys.items():
        if key not in cls.model_fields:
            near = nearest(key, cls.model_fields) or list_for(cls, node, key)
            cure = f"use `{near}`" if near else f"use one of: {one_of(list(cls.model_fields))}"
            yield Complaint(place.at, f"{where} has no part `{key}`", help=cure, label="unknown")


def _no_such_field(owner: type[Part], name: str, meant: str, at: Any, record: str) -> Complaint:
    cure = f"use `{meant}`" if meant else "delete it, or move its text to a field that exists"
    if name.startswith(f"{meant}:"):
        cure = f"put a space after the colon: `{meant}: {name.removeprefix(f'{meant}:')}`"
    known = f"fields: {one_of(sorted(owner.model_fields))}"
    return Complaint(
        at, f"{noun(owner)} has no field `{name}`", help=cure, label="unknown", notes=(known,), record=record
    )


def _follow(node: Node, path: Path) -> Node:
    for step in path:
        node = child_of(node, step) or node
    return node


def _ids(node: Node) -> Iterator[str]:
    """The ids written in a node, outermost first."""
    if isinstance(node, Mapping):
        own = node.values.get("id")
        if isinstance(own, Scalar) and own.text:
            yield own.text
        for value in node.values.values():
            yield from _ids(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _ids(item)
