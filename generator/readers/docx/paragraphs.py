"""The words of one paragraph: runs joined, tracked insertions in, deleted and struck words out, each text box once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.readers.reading.footnote import REACH, as_power, is_footnote_mark
from generator.readers.reading.package import attribute, local
from generator.readers.reading.symbols import as_read
from generator.readers.reading.trace import A_BLOCK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OUT = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt", "sdtPr", "sdtEndPr"})
_THROUGH = frozenset(
    {
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
        "ruby",
        "rubyBase",
    }
)


@dataclass(slots=True)
class Said:
    """A paragraph's text, and what hangs on it. `count` is told of the pieces that are read."""

    count: Callable[[int], None]
    pieces: list[str] = field(default_factory=list)
    hidden_pieces: list[str] = field(default_factory=list)
    text_boxes: list[Element] = field(default_factory=list)
    graphics: list[Element] = field(default_factory=list)
    alt_texts: list[str] = field(default_factory=list)
    end_deleted: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def hidden(self) -> str:
        return "".join(self.hidden_pieces)


def said(paragraph: Element, count: Callable[[int], None]) -> Said:
    """What a paragraph says today: as if all tracked changes were accepted."""
    count(A_BLOCK)
    found = Said(count, end_deleted=paragraph.find("{*}pPr/{*}rPr/{*}del") is not None)
    _through(paragraph, found)
    return found


def _through(element: Element, found: Said) -> None:
    for child in element:
        name = local(child)
        if name == "r":
            _run(child, found)
        elif name in _THROUGH:
            _through(child, found)
        elif name == "AlternateContent":
            _alternatives(child, found)


def _run(run: Element, found: Said) -> None:
    found.count(1 + len(run))
    pieces = found.hidden_pieces if _is_set(run, "vanish") else found.pieces
    if _is_set(run, "strike") or _is_set(run, "dstrike") or _is_mark(run, pieces):
        return
    font, is_raised = _font(run), _is_raised(run)
    for child in run:
        name = local(child)
        if name == "t":
            text = as_read(child.text or "", font)
            pieces.append(as_power(text, _tail(pieces)) if is_raised else text)
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "sym":
            pieces.append(_symbol(attribute(child, "char"), attribute(child, "font")))
        elif name == "ruby":
            _through(child, found)
        elif name == "AlternateContent":
            _alternatives(child, found)
        elif name in {"drawing", "pict", "object"}:
            _drawing(child, found)


def _is_set(run: Element, name: str) -> bool:
    found = run.find(f"{{*}}rPr/{{*}}{name}")
    return found is not None and attribute(found, "val") not in {"0", "false", "off"}


def _is_mark(run: Element, before: list[str]) -> bool:
    """Whether it marks a footnote by hand: a raised number behind a word."""
    raised = "".join(child.text or "" for child in run if local(child) == "t")
    return _is_raised(run) and is_footnote_mark(raised, _tail(before))


def _is_raised(run: Element) -> bool:
    position = run.find("{*}rPr/{*}vertAlign")
    return position is not None and attribute(position, "val") == "superscript"


def _tail(pieces: list[str]) -> str:
    return "".join(piece[-REACH:] for piece in pieces[-4:])


def _alternatives(element: Element, found: Said) -> None:
    """A drawing stands twice, for new programs and for old ones: the first branch that says anything counts."""
    for branch in element:
        inner = Said(found.count)
        _drawing(branch, inner)
        if inner.text_boxes or inner.alt_texts or inner.graphics:
            found.text_boxes += inner.text_boxes
            found.alt_texts += inner.alt_texts
            found.graphics += inner.graphics
            return


def _drawing(element: Element, found: Said) -> None:
    for child in element:
        name = local(child)
        if name == "txbxContent":
            found.text_boxes.append(child)
        elif name == "graphicData" and any(local(one) in {"chart", "relIds"} for one in child):
            found.graphics.append(child)
        elif name == "AlternateContent":
            _alternatives(child, found)
        else:
            if name in {"docPr", "cNvPr", "shape"}:
                texts = dict.fromkeys((child.get("descr", ""), child.get("title", ""), child.get("alt", "")))
                found.alt_texts += [text for text in texts if text.strip() and text not in found.alt_texts]
            _drawing(child, found)


def _font(run: Element) -> str:
    fonts = run.find("{*}rPr/{*}rFonts")
    return "" if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi")


def _symbol(code: str, font: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return as_read(chr(number), font) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else ""
