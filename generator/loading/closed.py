"""Content folders that only some may read: what stands in them is for these, and for others they are not laid over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.files import shown
from generator.loading.nodes import Mapping as MappingNode
from generator.loading.nodes import Node, Scalar, Sequence
from generator.loading.problem import Problem
from generator.model.area import Area
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.shape import shapes
from generator.model.words import Audience

FIELD = "audience"


def open_to(settings: Settings, audience: Audience) -> Settings:
    """Without the folders that are for others above `audience`."""
    closed = {folder for folder, readers in settings.closed if readers.rank > audience.rank}
    return replace(settings, content=tuple(folder for folder in settings.content if folder not in closed))


def for_readers(
    trees: Mapping[str, MappingNode], readers: Audience, below: Mapping[str, MappingNode]
) -> dict[str, MappingNode]:
    """The files with each record for these readers at least, but for those that only add to one of the folders below.

    What was read is kept as it is: the same text gives the same nodes another time.
    """
    there = {_word(record, "id") for _, record in _records(below)}
    told = {
        id(record): _told(record, readers, area) for area, record in _records(trees) if _word(record, "id") not in there
    }
    return {key: _with(tree, told) for key, tree in trees.items()}


def _told(record: MappingNode, readers: Audience, area: type[Area]) -> MappingNode:
    said = _word(record, FIELD) or area.AUDIENCE.value
    if said not in list(Audience) or Audience(said).rank >= readers.rank:
        return record
    key = record.keys.get(FIELD) or Scalar(record.at, FIELD, plain=True)
    value = Scalar(key.at, readers.value, plain=True)
    return MappingNode(record.at, {**record.keys, FIELD: key}, {**record.values, FIELD: value})


def _with(tree: MappingNode, told: Mapping[int, MappingNode]) -> MappingNode:
    values = {
        name: Sequence(node.at, [told.get(id(item), item) for item in node.items])
        if isinstance(node, Sequence)
        else node
        for name, node in tree.values.items()
    }
    return MappingNode(tree.at, dict(tree.keys), values)


def for_nobody(trees: Mapping[str, MappingNode], folder: Path, settings: Settings) -> Iterator[Problem]:
    """A folder that is kept apart is most often meant for some only, and its records are read by all."""
    if folder == settings.content[0] or folder not in settings.elsewhere or folder in dict(settings.closed):
        return
    open_ = [
        record
        for area, record in _records(trees)
        if FIELD not in record.values and area.AUDIENCE is not Audience.LEADER
    ]
    if open_:
        name = shown(folder, settings.root)
        many = "a record says" if len(open_) == 1 else f"{len(open_)} records say"
        said = f"in `{name}`, which is kept outside this playbook, {many} no audience"
        cure = (
            "write in mkdocs.yml whom the folder is for, such as "
            f"`content: [{settings.content[0].name}, {{folder: {name}, audience: leader}}]`; "
            "with `audience: sales` all of it is for sales"
        )
        yield Problem("folder-for-nobody", Complaint(open_[0].at, said, help=cure, label="the first one"))


def _records(trees: Mapping[str, MappingNode]) -> Iterator[tuple[type[Area], MappingNode]]:
    """Those that can have an audience, with their area."""
    for key, tree in trees.items():
        cls = discover()[key]
        lists = (shape.name for shape in shapes(cls) if shape.part is not None and issubclass(shape.part, Record))
        for name in lists:
            yield from ((cls, item) for item in _items(tree.values.get(name)) if isinstance(item, MappingNode))


def _items(node: Node | None) -> Iterable[Node]:
    return node.items if isinstance(node, Sequence) else ()


def _word(record: MappingNode, name: str) -> str:
    value = record.values.get(name)
    return value.text if isinstance(value, Scalar) else ""
