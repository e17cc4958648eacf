"""Gives records without an id one for the time being, so that nothing else is said because it was left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.records.example import is_stray
from generator.loading.syntax.nodes import Mapping, Node, NodeOrigin, Scalar, Sequence
from generator.loading.words import nearest, noun, slug
from generator.location import Location
from generator.model.record import Entry, Part, Record
from generator.model.shape import Path, has_entry, shapes

NOTHING = Scalar(Location(""), "", plain=True)
LIKE = 0.6
"""How much the id that others ask for must be like a record's title; as far as the nearest known word may be."""


@dataclass(frozen=True)
class Nameless:
    """A record without an id: its area, and the way to it."""

    area: str
    path: Path
    cls: type[Entry]
    node: Mapping


@dataclass(frozen=True)
class Named:
    """The trees with an id for every record, what is to be said of each, and the kinds of which one was guessed."""

    trees: dict[str, Mapping]
    problems: list[Problem]
    guessed: frozenset[str] = frozenset()


def find_nameless(trees: AnyMapping[str, Mapping]) -> list[Nameless]:
    return [
        Nameless(key, path, entry, node)
        for key, cls in discover().items()
        if key in trees
        for path, entry, node in _within(cls, trees[key], ())
    ]


def named(
    trees: AnyMapping[str, Mapping],
    nameless: AnySequence[Nameless],
    broken: AnySequence[Problem],
    reviewed: Collection[str],
    known: AnyMapping[str, Entry],
) -> Named:
    """Each is given the id that can only be meant, else the most likely one.

    `broken` are the references to what does not exist, `reviewed` the records on review that do not exist.
    """
    found = Named(dict(trees), [])
    written = [_misspelt(one) for one in nameless]
    broken, reviewed = [one for one in broken if one.word not in written], {*reviewed} - {*written}
    rest = [one for one, id_ in zip(nameless, written, strict=True) if not id_]
    sure = {id(one): _meant(one, broken, reviewed, only=len(rest) == 1) for one in rest if _is_alone(one, rest)}
    left = [one for one in broken if one.absent and one.word not in sure.values()]
    likely = _likeliest([one for one in rest if not sure.get(id(one))], left, reviewed - {*sure.values()})
    taken = {*known, *written, *sure.values(), *likely.values()}
    guessed: set[str] = set()
    for one, misspelt in zip(nameless, written, strict=True):
        called = sure.get(id(one)) or likely.get(id(one), "")
        id_ = misspelt or called or _free(_of_title(one, known), taken)
        taken.add(id_)
        tree = _with_id(found.trees[one.area], one.path, id_)
        assert isinstance(tree, Mapping)
        found.trees[one.area] = tree
        if not misspelt:
            found.problems.append(_problem(one, id_, called))
        if not misspelt and not sure.get(id(one)):
            guessed.add(one.cls.KIND)
    return Named(found.trees, found.problems, frozenset(guessed))


def _within(cls: type[Part], node: Node | None, path: Path) -> Iterator[tuple[Path, type[Entry], Mapping]]:
    """The entries in `node`, which is to be a `cls`, of which the id is not there or empty."""
    if not isinstance(node, Mapping):
        return
    if issubclass(cls, Entry) and _is_empty(node.values.get("id", NOTHING)) and not is_stray(cls, node):
        yield path, cls, node
    for shape in shapes(cls):
        child = node.values.get(shape.name)
        if child is None or shape.part is None or not has_entry(shape.part):
            continue
        if isinstance(child, Sequence):
            for position, item in enumerate(child.items):
                yield from _within(shape.part, item, (*path, shape.name, position))
        elif isinstance(child, Mapping) and shape.many == "dict":
            for key, item in child.values.items():
                yield from _within(shape.part, item, (*path, shape.name, key))
        elif not shape.many:
            yield from _within(shape.part, child, (*path, shape.name))


def _is_empty(id_: Node) -> bool:
    return isinstance(id_, Scalar) and id_.data in (None, "")


def _misspelt(one: Nameless) -> str:
    """The id that stands under another name, such as `Id`; what is wrong is said of that name."""
    names = [key for key in one.node.keys if key not in one.cls.model_fields and nearest(key, ["id"])]
    found = one.node.values[names[0]] if len(names) == 1 else NOTHING
    return found.text if isinstance(found, Scalar) else ""


def _is_alone(one: Nameless, others: Iterable[Nameless]) -> bool:
    return sum(other.cls is one.cls for other in others) == 1


def _meant(one: Nameless, broken: AnySequence[Problem], reviewed: Collection[str], *, only: bool) -> str:
    """The one id that is asked for: by references to its kind of record, else by any reference and a review."""
    absent = [problem for problem in broken if problem.absent and not problem.slip]
    of_kind = {problem.word for problem in absent if problem.wants == one.cls.KIND}
    of_any = {problem.word for problem in absent if not problem.wants}
    reviews = set(reviewed) if issubclass(one.cls, Record) else set()
    looks = [of_kind, of_kind & reviews]
    if only and not of_kind:
        looks += [of_any, reviews, of_any & reviews]
    return next((id_ for words in looks if len(words) == 1 for id_ in words), "")


def _likeliest(
    nameless: AnySequence[Nameless], absent: AnySequence[Problem], reviewed: Collection[str]
) -> dict[int, str]:
    """Of the ids that are asked for each to the record whose title is most like it, by the record's identity."""
    pairs = []
    for place, one in enumerate(nameless):
        other = {problem.word for problem in absent if problem.wants not in ("", one.cls.KIND)}
        asked = {problem.word for problem in absent} | (set(reviewed) if issubclass(one.cls, Record) else set())
        for word in asked - other:
            like = SequenceMatcher(None, word, slug(_title(one))).ratio()
            pairs += [(-like, place, word)] if like >= LIKE else []
    found: dict[int, str] = {}
    for _, place, word in sorted(pairs):
        if id(nameless[place]) not in found and word not in found.values():
            found[id(nameless[place])] = word
    return found


def _of_title(one: Nameless, known: AnyMapping[str, Entry]) -> str:
    """Made as the others of its kind are, of which all may begin alike, such as `msg-`."""
    begin = {entry.id.partition("-")[0] for entry in known.values() if isinstance(entry, one.cls)}
    head = f"{next(iter(begin))}-" if len(begin) == 1 else ""
    return head + (slug(_title(one)) or slug(one.cls.KIND))


def _title(one: Nameless) -> str:
    values = (one.node.values.get(name) for name in ("title", "name"))
    return next((value.text for value in values if isinstance(value, Scalar) and value.text.strip()), "")


def _free(id_: str, taken: Collection[str]) -> str:
    number, free = 2, id_
    while free in taken:
        number, free = number + 1, f"{id_}-{number}"
    return free


def _with_id(node: Node, path: Path, id_: str) -> Node:
    """A copy: nodes are kept from one reading to the next."""
    if path and isinstance(node, Sequence):
        items: list[Node] = list(node.items)
        items[int(path[0])] = _with_id(items[int(path[0])], path[1:], id_)
        return Sequence(node.at, items)
    assert isinstance(node, Mapping)
    if path:
        name = str(path[0])
        return Mapping(node.at, node.keys, {**node.values, name: _with_id(node.values[name], path[1:], id_)})
    at = NodeOrigin(node).value("id")
    keys = {**node.keys, "id": node.keys.get("id", Scalar(at, "id", plain=True))}
    return Mapping(node.at, keys, {**node.values, "id": Scalar(at, id_, plain=False)})


def _problem(one: Nameless, id_: str, called: str) -> Problem:
    at = NodeOrigin(one.node).value("id")
    said = f"{noun(one.cls)} needs `id`"
    note = "id: the short word that other records use to point here; once it is in use, never change it"
    if called:
        note = f"others call it `{id_}`; where they mean another, add the id of your choice"
    if at.file.endswith(".csv"):
        cure = "fill the column `id` of this row" + (f": `{id_}`" if called else "")
    else:
        cure = f"write `id: {id_}`" if "id" in one.node.keys else f"add `id: {id_}` to it"
    return Problem("missing-field", Complaint(at, said, help=cure, notes=(note,), record=id_))
