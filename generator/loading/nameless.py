"""Finds out which id was left out of a record, so that nothing that points to it is said besides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.nodes import Mapping, NodeOrigin, Scalar, Sequence
from generator.loading.problem import Problem
from generator.loading.words import nearest, noun
from generator.location import Location
from generator.model.area import Area
from generator.model.record import Entry, Record
from generator.model.shape import shapes

NOTHING = Scalar(Location(""), "", plain=True)


@dataclass(frozen=True)
class Nameless:
    """A record without an id: the area and the list it stands in, and where in that list."""

    area: str
    list: str
    position: int
    cls: type[Entry]
    node: Mapping


def find_nameless(trees: AnyMapping[str, Mapping]) -> list[Nameless]:
    return [one for key, cls in discover().items() if key in trees for one in _in_area(key, cls, trees[key])]


def named(
    trees: AnyMapping[str, Mapping],
    nameless: AnySequence[Nameless],
    broken: AnySequence[Problem],
    reviewed: Collection[str],
) -> tuple[dict[str, Mapping], list[Problem]]:
    """The trees with those ids that can only be meant, and what is to be said of each.

    `broken` are the references to what does not exist, `reviewed` the records on review that do not exist.
    """
    trees = dict(trees)
    problems: list[Problem] = []
    for one in nameless:
        alone = sum(other.cls is one.cls for other in nameless) == 1
        written = _misspelt(one)
        id_ = written or (_meant(one, broken, reviewed, only=len(nameless) == 1) if alone else "")
        if id_:
            trees[one.area] = _with_id(trees[one.area], one, id_)
        if id_ and not written:
            problems.append(_problem(one, id_))
    return trees, problems


def _in_area(key: str, cls: type[Area], tree: Mapping) -> Iterator[Nameless]:
    for shape in shapes(cls):
        rows = tree.values.get(shape.name)
        if shape.part is None or not issubclass(shape.part, Entry) or not isinstance(rows, Sequence):
            continue
        for position, node in enumerate(rows.items):
            own = node.values.get("id") if isinstance(node, Mapping) else None
            if isinstance(node, Mapping) and not (isinstance(own, Scalar) and own.data not in (None, "")):
                yield Nameless(key, shape.name, position, shape.part, node)


def _misspelt(one: Nameless) -> str:
    """The id that stands under another name, such as `Id`; what is wrong is said of that name."""
    names = [key for key in one.node.keys if key not in one.cls.model_fields and nearest(key, ["id"])]
    found = one.node.values[names[0]] if len(names) == 1 else NOTHING
    return found.text if isinstance(found, Scalar) else ""


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


def _with_id(tree: Mapping, one: Nameless, id_: str) -> Mapping:
    """A copy: nodes are kept from one reading to the next."""
    rows = tree.values[one.list]
    assert isinstance(rows, Sequence)
    at = NodeOrigin(one.node).value("id")
    keys = {**one.node.keys, "id": one.node.keys.get("id", Scalar(at, "id", plain=True))}
    node = Mapping(one.node.at, keys, {**one.node.values, "id": Scalar(at, id_, plain=False)})
    items = [*rows.items[: one.position], node, *rows.items[one.position + 1 :]]
    return Mapping(tree.at, tree.keys, {**tree.values, one.list: Sequence(rows.at, items)})


def _problem(one: Nameless, id_: str) -> Problem:
    at = NodeOrigin(one.node).value("id")
    cure = f"fill the column `id` of this row: `{id_}`" if at.file.endswith(".csv") else f"add `id: {id_}` to it"
    note = f"others call it `{id_}`; where they mean another, add the id of your choice"
    return Problem("missing-field", Complaint(at, f"{noun(one.cls)} needs `id`", help=cure, notes=(note,), record=id_))
