"""A deck: its slides in order with notes and comments, then what its masters and layouts show on every slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.block import Block, Place, Shown
from generator.readers.pptx.layout import Layouts
from generator.readers.pptx.shapes import Shape, shapes
from generator.readers.reading.drawing import paragraph, properties
from generator.readers.reading.guard import Unreadable
from generator.readers.reading.order import in_reading_order
from generator.readers.reading.package import Package, local
from generator.readers.reading.tiles import Box, in_tiles, tiles
from generator.readers.reading.trace import plain_block

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_SLIDES = 2_000
BODY = 2
_NO_TILES = ("cell", "chart", "SmartArt")
"""What has an order of its own."""


def deck(package: Package) -> tuple[Block, ...]:
    """All blocks of a deck."""
    main = package.main("presentation", ".pptx")
    root = package.xml(main)
    relations = package.relations(main)
    ids = [] if root is None else [_relation_id(one) for one in root.iterfind("{*}sldIdLst/{*}sldId")]
    if len(ids) > MOST_SLIDES:
        raise Unreadable(f"it has more than {MOST_SLIDES:,} slides")
    parts = [relations[key].target for key in ids if key in relations]
    blocks: list[Block] = []
    footers: set[str] = set()
    layouts = Layouts(package)
    for number, part in enumerate(parts, 1):
        blocks += _slide(package, part, number, footers, layouts)
    return (*blocks, *_masters(package, parts), *properties(package))


def _relation_id(element: Element) -> str:
    """A slide has two ids: its own number, and (in the namespace of relations) the one that leads to its part."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")


def _slide(package: Package, part: str, number: int, footers: set[str], layouts: Layouts) -> list[Block]:
    root = package.xml(part)
    if root is None:
        return []
    words = (f"slide {number}",)
    hidden = root.get("show") in {"0", "false"}
    placed = [layouts.placed(shape, part) for shape in shapes(package, part, root, words) if shape.blocks]
    found = _with_tiles([*sorted((one for one in placed if _rank(one) < BODY), key=_rank), *_body(placed)])
    blocks = _joined([_once(shape, footers) for shape in found])
    if hidden:
        blocks = [replace(block, shown=Shown.HIDDEN) for block in blocks]
    return [*blocks, *_notes(package, part, words), *_comments(package, part, words)]


def _rank(shape: Shape) -> int:
    """Title, then subtitle, so that they stand side by side; then the body of the slide, and its footer."""
    return {"title": 0, "ctrTitle": 0, "subTitle": 1, "ftr": BODY + 1}.get(shape.placeholder, BODY)


def _body(placed: list[Shape]) -> list[Shape]:
    """The rest by its place on the slide."""
    return [
        *in_reading_order(shape for shape in placed if _rank(shape) == BODY),
        *(shape for shape in placed if _rank(shape) > BODY),
    ]


def _with_tiles(found: list[Shape]) -> list[Shape]:
    """Each figure in a box of its own beside the box that says what it counts, running on into it or it into that."""
    boxes = [Box(shape.own, _said(shape)) for shape in found]
    return [
        _running_on(found[index]) if runs_on else found[index]
        for index, runs_on in in_tiles(range(len(found)), tiles(boxes))
    ]


def _said(shape: Shape) -> str:
    """What a shape says as a tile could."""
    said = [block for block in shape.blocks if not _is_hidden(block)]
    if shape.placeholder in {"title", "ctrTitle", "subTitle", "ftr"}:
        return ""
    return "" if any(block.element.startswith(_NO_TILES) for block in said) else "\n".join(each.text for each in said)


def _running_on(shape: Shape) -> Shape:
    """The shape with the last of what it says running on; alternative text stands behind that."""
    said = sorted(shape.blocks, key=_is_hidden)
    last = sum(not _is_hidden(block) for block in said) - 1
    said[last] = replace(said[last], joins_next=True)
    return replace(shape, blocks=said)


def _once(shape: Shape, footers: set[str]) -> Shape:
    """A footer stands on every slide and is one thing: it counts on the first."""
    if shape.placeholder != "ftr":
        return shape
    fresh = [replace(block, shown=Shown.FURNITURE) for block in shape.blocks if block.text not in footers]
    footers.update(block.text for block in fresh)
    return replace(shape, blocks=fresh)


def _joined(found: list[Shape]) -> list[Block]:
    """The blocks of all shapes, then what is not seen on the slide; the title runs on into the subtitle."""
    blocks: list[Block] = []
    for shape, after in zip(found, [*found[1:], None], strict=False):
        has_text = any(not _is_hidden(block) for block in shape.blocks)
        if has_text and after and after.blocks and _rank(shape) == 0 and _rank(after) == 1:
            shape = _running_on(shape)
        blocks += shape.blocks
    return sorted(blocks, key=_is_hidden)


def _is_hidden(block: Block) -> bool:
    return block.shown is Shown.HIDDEN


def _notes(package: Package, part: str, words: tuple[str, ...]) -> Iterator[Block]:
    for notes in package.related(part, "notesSlide"):
        root = package.xml(notes)
        for shape in () if root is None else shapes(package, notes, root, words):
            if shape.placeholder in {"body", ""}:
                for block in shape.blocks:
                    yield replace(block, shown=Shown.HIDDEN, element="notes", places=(Place((*words, "notes")),))


def _comments(package: Package, part: str, words: tuple[str, ...]) -> Iterator[Block]:
    for comments in package.related(part, "comments"):
        root = package.xml(comments)
        for element in () if root is None else root.iter("{*}text", "{*}p"):
            text = (element.text or "") if local(element) == "text" else paragraph(element)
            block = plain_block(text, Place((*words, "comment")), shown=Shown.HIDDEN, element="comment")
            if block is not None:
                yield block


def _masters(package: Package, slides: list[str]) -> Iterator[Block]:
    """What stands in the masters and layouts in use, but for the prompts of their placeholders."""
    layouts = list(dict.fromkeys(part for slide in slides for part in package.related(slide, "slideLayout")))
    masters = list(dict.fromkeys(part for layout in layouts for part in package.related(layout, "slideMaster")))
    for kind, part in [*(("slide master", part) for part in masters), *(("layout", part) for part in layouts)]:
        root = package.xml(part)
        if root is None:
            continue
        content = root.find("{*}cSld")
        name = content.get("name", "") if content is not None else ""
        for shape in shapes(package, part, root, (f"{kind} {name}".strip(),)):
            if not shape.placeholder:
                yield from (
                    block if block.shown is Shown.HIDDEN else replace(block, shown=Shown.FURNITURE)
                    for block in shape.blocks
                )
