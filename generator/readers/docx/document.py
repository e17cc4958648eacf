"""A document: its body under the path of headings, then what stands beside the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model.block import Block, Place, Shown
from generator.readers.docx.paragraphs import Said, said
from generator.readers.docx.place import frame_of
from generator.readers.docx.styles import heading_levels, level_of
from generator.readers.reading.columns import Columns
from generator.readers.reading.drawing import graphic, properties
from generator.readers.reading.package import Package, attribute, local
from generator.readers.reading.tile_rows import down, in_row, joined
from generator.readers.reading.tiles import Box, in_tiles, tiles
from generator.readers.reading.trace import plain_block

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_HEADING_LETTERS = 60
"""As much of a heading as a place needs to be found."""


def document(package: Package) -> tuple[Block, ...]:
    """All blocks of a document."""
    main = package.main("document", ".docx")
    root = package.xml(main)
    walk = _Walk(package, main, heading_levels(package, main))
    for body in () if root is None else root.iterfind("{*}body"):
        walk.inside(body)
    return (*joined(walk.blocks), *_beside(package, main), *properties(package))


@dataclass(slots=True)
class _Walk:
    package: Package
    part: str
    levels: dict[str, int]
    words: tuple[str, ...] = ()
    """Where we are, before any heading: empty in the body, `("footnote 3",)` beside it."""
    blocks: list[Block] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: int = 0
    """Of those since the last heading, empty and hidden ones too, as somebody counts who has them all shown."""
    said: int = 0
    """Paragraphs that say something."""
    tables: int = 0
    runs_on: bool = False
    """Whether the last paragraph's end was deleted, so that the next one continues it."""

    def inside(self, element: Element) -> None:
        for child in element:
            name = local(child)
            if name == "p":
                self.paragraph(child)
            elif name == "tbl":
                self.table(child)
            elif name in _THROUGH:
                self.inside(child)
            elif name == "AlternateContent" and len(child):
                self.inside(child[0])

    def paragraph(self, element: Element) -> None:
        found = said(element, self.package.count)
        level = level_of(element, self.levels)
        if found.text.strip() and level is not None:
            self.heading(found, level)
            self.around(found, self.here())
        else:
            self.paragraphs += not self.runs_on
            words = (*self.here(), f"paragraph {self.paragraphs}")
            self.said += bool(found.text.strip())
            self.add(found.text, words, "paragraph")
            self.around(found, words)
        self.runs_on = found.end_deleted

    def heading(self, found: Said, level: int) -> None:
        title = " ".join(found.text.split())
        short = title if len(title) <= _HEADING_LETTERS else title[: _HEADING_LETTERS - 1].rstrip() + "…"
        self.path = [*(one for one in self.path if one[0] < level), (level, short)]
        self.paragraphs = self.tables = 0
        self.add(found.text, self.here(), f"heading {level}" if level else "title")

    def here(self) -> tuple[str, ...]:
        return (*self.words, *(title for _, title in self.path))

    def add(self, text: str, words: tuple[str, ...], element: str, shown: Shown = Shown.OPEN) -> None:
        block = plain_block(text, Place(words), shown=shown, element=element)
        if block is None:
            return
        if self.runs_on and self.blocks:
            self.blocks[-1] = replace(self.blocks[-1], joins_next=True)
        self.runs_on = False
        self.blocks.append(block)

    def around(self, found: Said, words: tuple[str, ...]) -> None:
        """What hangs on a paragraph: hidden words, text boxes, alt text, charts."""
        self.add(found.hidden, words, "hidden text", Shown.HIDDEN)
        for text in found.alt_texts:
            self.add(text, (*words, "alt text"), "alt text", Shown.HIDDEN)
        for data in found.graphics:
            for text, kind in graphic(self.package, self.part, data):
                self.add(text, (*words, kind.split()[0]), kind)
        self.text_boxes(found.text_boxes, words)

    def text_boxes(self, boxes: list[Element], words: tuple[str, ...]) -> None:
        """The boxes that hang on a paragraph in their order, each figure that stands alone beside its words."""
        inside: list[list[Block]] = []
        for number, box in enumerate(boxes, 1):
            name = "text box" if len(boxes) == 1 else f"text box {number}"
            inner = _Walk(self.package, self.part, {}, (*words, name))
            inner.inside(box)
            inside.append(inner.blocks)
        told = [
            Box(frame_of(box), " ".join(block.text for block in blocks))
            for box, blocks in zip(boxes, inside, strict=True)
        ]
        for index, runs_on in in_tiles(range(len(boxes)), tiles(told)):
            blocks = inside[index]
            self.blocks += blocks[:-1]
            self.blocks += (replace(last, joins_next=runs_on or last.joins_next) for last in blocks[-1:])

    def table(self, element: Element) -> None:
        self.tables += 1
        words = (*self.here(), f"table {self.tables}")
        columns = Columns()
        rows: list[list[list[Block]]] = []
        for row_number, row in enumerate(_parts(element, "tr"), 1):
            cells: list[list[Block]] = []
            columns.row()
            for cell_number, cell in enumerate(_parts(row, "tc"), 1):
                columns.cell(_columns_spanned(cell))
                place = (*words, f"row {row_number}", f"cell {cell_number}")
                inner = _Walk(self.package, self.part, {}, place)
                inner.inside(cell)
                cells.append([columns.under(block) for block in _in_cell(inner, place)])
            rows.append(in_row(cells))
        self.blocks += down(rows)
        self.runs_on = False


def _columns_spanned(cell: Element) -> int:
    span = cell.find("{*}tcPr/{*}gridSpan")
    written = "" if span is None else attribute(span, "val")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _in_cell(inner: _Walk, place: tuple[str, ...]) -> list[Block]:
    """A cell's blocks, each running on into the next cell; a lone paragraph is called by the cell alone."""
    alone = inner.said == 1
    return [
        replace(
            block,
            joins_next=True,
            element="cell" if block.element == "paragraph" else block.element,
            places=(Place(place),) if alone and block.element == "paragraph" else block.places,
        )
        for block in inner.blocks
    ]


def _parts(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and tracked insertions."""
    for child in element:
        if local(child) == name:
            if child.find("{*}trPr/{*}del") is None:
                yield child
        elif local(child) in _THROUGH:
            yield from _parts(child, name)


def _beside(package: Package, main: str) -> Iterator[Block]:
    """Footnotes, endnotes, running headers and footers (each text once), comments."""
    for kind in ("footnotes", "endnotes"):
        for note in _notes(package, main, kind):
            yield from _of(package, note[0], note[1], (f"{kind[:-1]} {attribute(note[1], 'id')}",))
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for part in package.related(main, kind):
            root = package.xml(part)
            for block in [] if root is None else _of(package, part, root, (kind,)):
                if block.text not in seen:
                    seen.add(block.text)
                    yield block if block.shown is Shown.HIDDEN else replace(block, shown=Shown.FURNITURE)
    for part, comment in _notes(package, main, "comments"):
        words = (f"comment by {attribute(comment, 'author') or 'somebody'}",)
        for block in _of(package, part, comment, words):
            yield replace(block, shown=Shown.HIDDEN, element="comment")


def _notes(package: Package, main: str, kind: str) -> Iterator[tuple[str, Element]]:
    for part in package.related(main, kind):
        root = package.xml(part)
        for note in () if root is None else root:
            if attribute(note, "type") in {"", "normal"}:
                yield part, note


def _of(package: Package, part: str, element: Element, words: tuple[str, ...]) -> list[Block]:
    walk = _Walk(package, part, {}, words)
    walk.inside(element)
    return walk.blocks
