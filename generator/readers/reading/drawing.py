"""What Office drawings say in any program: text paragraphs, charts, SmartArt and document properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.block import Block, Place, Shown
from generator.readers.reading.footnote import REACH, as_power, is_footnote_mark
from generator.readers.reading.package import Package, attribute, local
from generator.readers.reading.symbols import as_read, beside_letters
from generator.readers.reading.trace import plain_block

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOT_SAID = ("slidenum", "datetime")
_PROPERTIES = ("title", "subject", "description", "keywords", "category")
_CONTROL = re.compile(r"_x000[bBdD]_|\v")


def paragraph(element: Element) -> str:
    """The text of a DrawingML paragraph: runs joined as one, a line break as `\\n`, no slide number or date.

    Words that are struck out are not said any more, and a raised number behind a word marks a footnote.
    """
    said: list[str] = []
    for child in element:
        name = local(child)
        if name == "br":
            said.append("\n")
        elif name == "r" or (name == "fld" and not child.get("type", "").startswith(_NOT_SAID)):
            text = _as_read(child, "".join(text.text or "" for text in child.iterfind("{*}t")))
            before = "".join(piece[-REACH:] for piece in said[-4:])
            if not _is_left_out(child, text, before):
                said.append(as_power(text, before) if _is_raised(child) else text)
    return _CONTROL.sub("\n", "".join(said))


def _as_read(run: Element, text: str) -> str:
    fonts = {local(font): font.get("typeface", "") for font in run.iterfind("{*}rPr/*")}
    return beside_letters(as_read(text, fonts.get("latin", "")), fonts.get("sym", ""))


def _is_left_out(run: Element, text: str, before: str) -> bool:
    about = run.find("{*}rPr")
    if about is not None and about.get("strike", "noStrike") != "noStrike":
        return True
    return _is_raised(run) and is_footnote_mark(text, before)


def _is_raised(run: Element) -> bool:
    about = run.find("{*}rPr")
    return about is not None and about.get("baseline", "0")[:1] not in {"0", "-"}


def chart(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """What a chart shows as words, with what each is: title, series, category, label."""
    root = package.xml(part)
    seen: set[str] = set()
    for element in () if root is None else root.iter("{*}rich", "{*}tx", "{*}cat"):
        for text in _chart_texts(element):
            if text.strip() and text not in seen and not re.fullmatch(r"[\d\s.,:/%-]*", text):
                seen.add(text)
                yield text, {"rich": "chart title", "tx": "chart series"}.get(local(element), "chart category")


def _chart_texts(element: Element) -> Iterator[str]:
    if local(element) == "rich":
        yield from (paragraph(one) for one in element.iterfind("{*}p"))
    else:
        yield from (value.text or "" for value in element.iterfind("{*}strRef/{*}strCache/{*}pt/{*}v"))


def smart_art(package: Package, part: str) -> Iterator[str]:
    """The paragraphs of a SmartArt graphic, from its data (the picture beside it repeats them)."""
    root = package.xml(part)
    for point in () if root is None else root.iterfind("{*}ptLst/{*}pt"):
        if point.get("type", "node") in {"node", "asst", "doc"}:
            yield from (paragraph(one) for one in point.iterfind("{*}t/{*}p"))


def graphic(package: Package, part: str, data: Element) -> Iterator[tuple[str, str]]:
    """Text and kind of what a `graphicData` refers to: a chart or SmartArt; tables are the caller's."""
    relations = package.relations(part)
    for child in data:
        if local(child) == "chart" and (found := relations.get(attribute(child, "id"))):
            yield from chart(package, found.target)
        elif local(child) == "relIds" and (found := relations.get(attribute(child, "dm"))):
            yield from ((text, "SmartArt") for text in smart_art(package, found.target))


def properties(package: Package) -> list[Block]:
    """Title, subject and so on, as file managers and search show them."""
    part = next((one.target for one in package.relations("").values() if one.kind == "core-properties"), "")
    root = package.xml(part) if part else None
    blocks = []
    for element in () if root is None else root:
        if (name := local(element)) in _PROPERTIES:
            place = Place(("document properties", name))
            blocks.append(plain_block(element.text or "", place, shown=Shown.META, element=f"property {name}"))
    return [block for block in blocks if block is not None]
