"""Content folders that only some may read: what stands in them is for these, and for others they are not laid over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Sequence as AnySequence
from dataclasses import replace
from pathlib import Path

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.folders.files import shown
from generator.loading.problem import Problem
from generator.loading.syntax.nodes import Mapping as MappingNode
from generator.loading.syntax.nodes import Node, Scalar, Sequence
from generator.location import Location
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


def not_here(settings: Settings) -> tuple[Path, ...]:
    """The folders for others above the audience that are not on this machine, or have nothing in them."""
    return tuple(
        folder
        for folder, readers in settings.closed
        if readers.rank > settings.audience.rank and not (folder.is_dir() and any(folder.iterdir()))
    )


def without(settings: Settings, folders: Collection[Path]) -> Settings:
    """The folders as if mkdocs.yml did not name them."""
    return replace(
        settings,
        content=tuple(folder for folder in settings.content if folder not in folders),
        closed=tuple(pair for pair in settings.closed if pair[0] not in folders),
    )


def gone_without(settings: Settings, folders: Collection[Path], missed: AnySequence[Problem]) -> Iterator[Problem]:
    """Says of each folder that it is not here; `missed` are references to what may stand in one of them."""
    readers = dict(settings.closed)
    places = tuple(f"`{one.word}` at {one.complaint.location} may stand in it" for one in missed)
    for folder in folders:
        name = shown(folder, settings.root)
        said = (
            f"the folder `{name}` for {readers[folder]} is not here; all is made for {settings.audience} without it, "
            "and the leak test does not know what it says"
        )
        cure = f"nothing for {settings.audience} needs it; where you have it, lay it at `{name}` and check again"
        yield Problem("folder-not-here", Complaint(Location(name), said, help=cure, notes=places))


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
