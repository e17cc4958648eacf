"""Reads a company's own labels; what could not be used as a word of the site is a mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from generator.loading.syntax.compose import compose
from generator.loading.syntax.nodes import Mapping as Group
from generator.loading.syntax.nodes import Node, Scalar
from generator.loading.syntax.text import read_text
from generator.loading.words import found, nearest
from generator.location import Location
from generator.render.jinja.fault import TemplateFaultError


def own_words(file: Path, known: Mapping[str, Any]) -> dict[str, Any]:
    """The words by key. `known` are those of English: a word for one of its keys must be of the same kind.

    Keys that nobody knows are left to the company's own templates.
    """
    node = _top(file)
    if node is None:
        return {}
    return {key: _fitting(key, value, known) for key, value in _flat(node, known, _groups(known))}


def places_of(file: Path, known: Mapping[str, Any]) -> dict[str, Location]:
    """Where the word of each key stands."""
    node = _top(file)
    return {key: value.at for key, value in _flat(node, known, _groups(known))} if node else {}


def _top(file: Path) -> Group | None:
    name = file.as_posix()
    text, problems = read_text(file, name)
    node, wrong = compose(text, name)
    for said in (problem.complaint for problem in [*problems, *wrong]):
        raise TemplateFaultError(Location(name, max(said.location.line, 1)), f"{said.message}; {said.help}")
    if node is None or (isinstance(node, Scalar) and node.data is None):
        return None
    if not isinstance(node, Group):
        raise _fault(node, f"labels begin with {found(node.data)} where keys are needed; begin with one, as `section:`")
    return node


def _groups(known: Mapping[str, Any]) -> dict[str, str]:
    """The keys that hold others, each with one of those."""
    found: dict[str, str] = {}
    for key in known:
        parts = key.split(".")
        for number in range(1, len(parts)):
            found.setdefault(".".join(parts[:number]), parts[number])
    return found


def _flat(
    group: Group, known: Mapping[str, Any], groups: Mapping[str, str], before: str = ""
) -> Iterator[tuple[str, Node]]:
    """Keys joined by dots; a group of plural forms stays whole."""
    for name, value in group.values.items():
        key = f"{before}{name}"
        if isinstance(value, Group) and "other" not in value.keys:
            if key in known and not isinstance(known[key], Mapping):
                raise _fault(value, f"`{key}` holds a group of keys where {_kind(known[key])} is needed")
            yield from _flat(value, known, groups, f"{key}.")
        elif key in groups:
            said = f"`{key}` holds {found(value.data)} where a group of keys is needed"
            raise _fault(value, f"{said}; indent its keys under it, such as `{groups[key]}:`")
        else:
            yield key, value


def _fitting(key: str, node: Node, known: Mapping[str, Any]) -> Any:
    data, wanted = node.data, known.get(key)
    if wanted is None or (isinstance(wanted, int) and isinstance(data, int)):
        return data
    if isinstance(data, bool | int | float) or data is None:
        raise _fault(node, f"`{key}` holds {found(data)} where {_kind(wanted)} is needed; {_cure(node)}")
    if isinstance(data, list) != isinstance(wanted, list):
        raise _fault(node, f"`{key}` holds {found(data)} where {_kind(wanted)} is needed")
    of_words = all(isinstance(word, str) for word in _words(wanted))
    for word in _words(data):
        if of_words and not isinstance(word, str):
            raise _fault(node, f"a word of `{key}` is {found(word)}; put it in quotes")
        _braces(key, word, node, wanted)
    return data


def _words(data: Any) -> list[Any]:
    return list(data.values()) if isinstance(data, Mapping) else data if isinstance(data, list) else [data]


def _braces(key: str, word: Any, node: Node, wanted: Any) -> None:
    """What is filled in must be something that the site has for this word; English says what."""
    there = set().union(*(_filled(one) for one in (wanted.values() if isinstance(wanted, Mapping) else [wanted])))
    if not there:
        return
    try:
        names = _filled(word)
    except ValueError:
        raise _fault(node, f"`{key}` has a brace that is never closed; write `{{name}}`") from None
    if strange := sorted(names - there - {"count"}):
        near = nearest(strange[0], there) or sorted(there)[0]
        raise _fault(node, f"`{key}` has nothing to fill in for `{{{strange[0]}}}`; use `{{{near}}}`")


def _filled(word: Any) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(word) if name} if isinstance(word, str) else set()


def _kind(known: Any) -> str:
    return "a list" if isinstance(known, list) else "a number" if isinstance(known, int) else "a text"


def _cure(node: Node) -> str:
    empty = isinstance(node, Scalar) and not node.text
    return "write it, or delete the line" if empty else "put it in quotes"


def _fault(node: Node, said: str) -> TemplateFaultError:
    return TemplateFaultError(Location(node.at.file, node.at.line, node.at.column), said)
