"""The shapes of a slide: text, groups, tables, charts, SmartArt and alt text, each by the name PowerPoint shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.block import Block, Place, Shown
from generator.readers.pptx.frames import Scale, frame_of, scale_of
from generator.readers.reading.columns import Columns
from generator.readers.reading.drawing import graphic, paragraph
from generator.readers.reading.order import in_reading_order
from generator.readers.reading.package import Package, local
from generator.readers.reading.tile_rows import down, in_row
from generator.readers.reading.tiles import Frame
from generator.readers.reading.trace import A_BLOCK, plain_block

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENDS = (".", "!", "?", ":", ";", "…")
_NOT_READ = frozenset({"sldNum", "dt", "sldImg", "hdr"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What one shape says; `placeholder` is its role: `title`, `subTitle`, `body`, `ftr`, or empty for free shapes.

    `index` is the number of the placeholder in the layout. `frame` is where it stands, or the group that it is in;
    `own` is where it stands itself.
    """

    placeholder: str
    blocks: list[Block]
    frame: Frame | None = None
    own: Frame | None = None
    index: str = ""


def shapes(package: Package, part: str, root: Element, words: tuple[str, ...]) -> Iterator[Shape]:
    """The shapes of a slide, notes page, layout or master, groups opened, in their order."""
    tree = root.find("{*}cSld/{*}spTree")
    if tree is not None:
        yield from _inside(package, part, tree, words, Scale())


def _inside(package: Package, part: str, group: Element, words: tuple[str, ...], scale: Scale) -> Iterator[Shape]:
    for element in group:
        name = local(element)
        if name in {"sp", "pic", "graphicFrame", "cxnSp"}:
            shape = _shape(package, part, element, words)
            yield replace(shape, own=scale.of(shape.frame))
        elif name == "grpSp":
            frame = frame_of(element)
            yield Shape("", _alt_text(element, (*words, _name(element))), frame)
            inner = in_reading_order(_inside(package, part, element, words, scale_of(element, scale)))
            yield from (replace(shape, frame=frame) for shape in inner)
        elif name == "AlternateContent":
            chosen = [list(_inside(package, part, branch, words, scale)) for branch in element]
            yield from next((found for found in chosen if any(shape.blocks for shape in found)), [])


def _shape(package: Package, part: str, element: Element, words: tuple[str, ...]) -> Shape:
    placeholder, index = _placeholder(element)
    if placeholder in _NOT_READ:
        return Shape(placeholder, [])
    words = (*words, _name(element))
    blocks = [*_text(package, element, words, placeholder), *_graphic(package, part, element, words)]
    about = _about(element)
    if about is not None and about.get("hidden") in {"1", "true"}:
        blocks = [replace(block, shown=Shown.HIDDEN) for block in blocks]
    return Shape(placeholder, [*blocks, *_alt_text(element, words)], frame_of(element), index=index)


def _about(element: Element) -> Element | None:
    return element.find("./*/{*}cNvPr")


def _name(element: Element) -> str:
    about = _about(element)
    return (about.get("name", "") if about is not None else "").strip() or "shape without a name"


def _placeholder(element: Element) -> tuple[str, str]:
    """Its role and its number in the layout, both empty for a free shape."""
    found = element.find("./*/{*}nvPr/{*}ph")
    return ("", "") if found is None else (found.get("type", "body"), found.get("idx", "0"))


def _alt_text(element: Element, words: tuple[str, ...]) -> list[Block]:
    about = _about(element)
    texts = [] if about is None else [about.get("descr", ""), about.get("title", "")]
    place = Place((*words, "alt text"))
    made = (plain_block(text, place, shown=Shown.HIDDEN, element="alt text") for text in dict.fromkeys(texts))
    return [block for block in made if block is not None]


def _text(package: Package, element: Element, words: tuple[str, ...], placeholder: str) -> list[Block]:
    texts = _paragraphs(package, element)
    role = {"ctrTitle": "title", "subTitle": "subtitle", "ftr": "footer"}.get(placeholder, placeholder or "text")
    return _run(texts, words, role, always=role in {"title", "subtitle"})


def _paragraphs(package: Package, element: Element) -> list[str]:
    texts = []
    for each in element.iterfind("{*}txBody/{*}p"):
        package.count(A_BLOCK + len(each))
        texts.append(paragraph(each))
    return [text for text in texts if text.strip()]


def _run(texts: list[str], words: tuple[str, ...], element: str, *, always: bool = False) -> list[Block]:
    """A block for each paragraph; one that does not end a sentence runs on into the next (in titles any does)."""
    blocks: list[Block] = []
    for number, text in enumerate(texts, 1):
        place = Place((*words, f"paragraph {number}") if len(texts) > 1 else words)
        if block := plain_block(text, place, element=element):
            runs_on = number < len(texts) and (always or not block.text.endswith(_ENDS))
            blocks.append(replace(block, joins_next=runs_on))
    return blocks


def _graphic(package: Package, part: str, element: Element, words: tuple[str, ...]) -> Iterator[Block]:
    for data in element.iterfind("{*}graphic/{*}graphicData"):
        for table in data.iterfind("{*}tbl"):
            yield from _table(package, table, words)
        for text, kind in graphic(package, part, data):
            if block := plain_block(text, Place(words), element=kind):
                yield block


def _table(package: Package, table: Element, words: tuple[str, ...]) -> list[Block]:
    columns = Columns()
    rows: list[list[list[Block]]] = []
    for row_number, row in enumerate(table.iterfind("{*}tr"), 1):
        said: list[list[Block]] = []
        columns.row()
        for cell_number, cell in enumerate(row.iterfind("{*}tc"), 1):
            columns.cell()  # a cell that spans several is followed by empty ones
            blocks = _run(
                _paragraphs(package, cell), (*words, f"row {row_number}", f"cell {cell_number}"), "cell", always=True
            )
            said.append(list(map(columns.under, blocks)))
        rows.append(in_row(said))
    return down(rows)
