"""Opens the ZIP of an Office file: counted reads, no entities, no network, no path outside of it."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from generator.readers.reading.guard import Unreadable
from generator.readers.reading.trace import MOST_PIECES, TOO_MANY_PIECES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_ENTRIES = 20_000
MOST_PART_BYTES = 25_000_000
"""The text part of a document of 1,000 pages has about 15 MB."""
MOST_TOTAL_BYTES = 60_000_000
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
_ENTITIES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and the other part's path."""

    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """The parts of one Office file."""

    archive: zipfile.ZipFile
    unpacked: int = 0
    relations_of: dict[str, dict[str, Relation]] = field(default_factory=dict)
    pieces: int = 0
    """Runs read, and what the paragraphs cost."""

    @classmethod
    def opened(cls, data: bytes) -> Package:
        """Raises `Unreadable` where the ZIP is damaged, encrypted or has too many entries."""
        if data.count(b"PK\x01\x02") > MOST_ENTRIES:
            raise Unreadable(f"it holds more than {MOST_ENTRIES:,} parts")
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except (*_DAMAGES, OverflowError) as error:
            raise Unreadable(f"the file is damaged or cut off ({error})".lower()) from None
        if any(entry.flag_bits & 1 for entry in archive.infolist()):
            raise Unreadable("it is protected by a password")
        return cls(archive)

    def count(self, pieces: int) -> None:
        """Told of each run and paragraph that is read; raises `Unreadable` where there are too many."""
        self.pieces += pieces
        if self.pieces > MOST_PIECES:
            raise Unreadable(TOO_MANY_PIECES)

    def main(self, kind: str, suffix: str) -> str:
        """The path of the main part, whose root element must be called `kind`."""
        part = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        root = self.xml(part) if part else None
        if root is None:
            raise Unreadable(f"it is named `{suffix}`, but is another kind of ZIP file")
        if local(root) != kind:
            raise Unreadable(f"it is named `{suffix}`, but is another kind of Office file")
        return part

    def xml(self, part: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        data = self._bytes(part)
        return None if data is None else parse_xml(data, f"its part {part}")

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to inside of the file, by the id it uses; `""` is the file itself."""
        if part not in self.relations_of:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self.relations_of[part] = {
                one.get("Id", ""): Relation(one.get("Type", "").rsplit("/", 1)[-1], _target(folder, one))
                for one in ([] if root is None else root.iterfind("{*}Relationship"))
                if one.get("TargetMode") != "External"
            }
        return self.relations_of[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part refers to, in the order of its references."""
        return list(dict.fromkeys(one.target for one in self.relations(part).values() if one.kind == kind))

    def _bytes(self, part: str) -> bytes | None:
        try:
            entry = self.archive.getinfo(part)
        except KeyError:
            return None
        self.unpacked += entry.file_size
        if entry.file_size > MOST_PART_BYTES or self.unpacked > MOST_TOTAL_BYTES:
            raise Unreadable(f"its part {part} unpacks to {entry.file_size / 1e6:,.0f} MB, more than is bearable")
        try:
            with self.archive.open(entry) as file:
                return file.read(entry.file_size)
        except _DAMAGES as error:
            raise Unreadable(f"its part {part} is damaged ({error})") from None


def parse_xml(data: bytes, what: str) -> Element:
    """The root of an XML text; raises `Unreadable`, naming it as `what`, where it is damaged or declares entities."""
    from lxml import etree

    if any(sign in data for sign in _ENTITIES):
        raise Unreadable(f"{what} declares entities, which no Office program writes")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{what} is damaged ({error.msg})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{what} declares entities, which no Office program writes")
    return root


def local(element: Element) -> str:
    """An element's name without its namespace (Office has two sets of namespaces)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute's value by its name without namespace, empty where it has none."""
    if (value := element.get(name)) is not None:
        return value
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), "")


def _target(folder: str, relation: Element) -> str:
    target = relation.get("Target", "")
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(path)
