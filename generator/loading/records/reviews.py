"""Reads the reviews on record, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.loading.folders.files import LOCK, shown
from generator.loading.folders.trees import top_of
from generator.loading.problem import EMPTY, Problem
from generator.loading.records.validate import Read, read_part
from generator.loading.syntax.nodes import Mapping, NodeOrigin, Sequence
from generator.model.area import Area
from generator.model.review import Review, ReviewLock
from generator.model.settings import Settings


def read_reviews(settings: Settings, problems: list[Problem]) -> tuple[Review, ...]:
    """A lock may be missing or empty, as in a playbook nobody has reviewed yet."""
    path = settings.content[0] / LOCK
    if not path.is_file():
        return ()
    wrong: list[Problem] = []
    node = top_of(path, shown(path, settings.root), wrong, {})
    problems += [problem for problem in wrong if problem.rule != EMPTY]
    if node is None:
        return ()
    read = Read(Area())
    lock = read_part(read, ReviewLock, node)
    problems += read.problems
    return tuple(_placed(lock.reviews, node)) if lock else ()


def _placed(reviews: Iterable[Review], lock: Mapping) -> Iterator[Review]:
    """Each review with the place it stands in; those that could not be read are passed over."""
    items = lock.values.get("reviews")
    nodes = iter(items.items if isinstance(items, Sequence) else ())
    for review in reviews:
        node = next((n for n in nodes if isinstance(n, Mapping) and _says(n, "record") == review.record), None)
        yield review.placed(NodeOrigin(node)) if node else review


def _says(node: Mapping, name: str) -> object:
    value = node.values.get(name)
    return value.data if value else None
