"""Makes the one-pager: a table, a tracked correction, and a box at the foot that promises less than the contract."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .packed import packed
from .said import SAID

_BOX = Path(__file__).parent / "onepager_box.xml"
_GUARANTEE = "If our alarm is late, we may pay for the load: up to EUR 25,000 an incident."
_TEAL, _DEEP, _SOFT = RGBColor(0x0B, 0x6E, 0x6E), RGBColor(0x06, 0x39, 0x3C), RGBColor(0x51, 0x66, 0x6A)
_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (("Normal", 11, None), ("Title", 28, _DEEP), ("Heading 1", 15, _TEAL), ("Heading 2", 12, _DEEP))
_FOOT = "Kelvaro AS · Sandviksboder 12, Bergen · hello@kelvaro.example · October 2026"
_PRODUCTS = (
    ("Product", "For whom", "What lies in the carton"),
    ("Kelvaro Track", "Dispatchers and dock crews", "Sensors, straps, the screen Live View"),
    ("Kelvaro Audit", "Quality and pharmacy", "The Audit File, the papers for your validation"),
    ("Kelvaro Rescue", "Whoever sleeps at night", "The duty desk, the list of gates that open late"),
)


def files() -> Iterator[tuple[str, bytes]]:
    paper = Document()
    _dress(paper)
    _write(paper)
    said = paper.core_properties
    said.title, said.author, said.last_modified_by = "Kelvaro in short", "Henrik Aasgard", "Henrik Aasgard"
    said.comments, said.revision = "", 6
    said.created, said.modified = datetime(2026, 3, 9, 10, 0), datetime(2026, 10, 28, 16, 5)
    out = io.BytesIO()
    paper.save(out)
    yield "print/one-pager.docx", packed(out.getvalue())


def _dress(paper: Paper) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(24), Mm(18)
    for name, size, colour in _STYLES:
        style = paper.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        if colour is not None:
            style.font.color.rgb, style.font.bold = colour, True
    paper.styles["Normal"].paragraph_format.space_after = Pt(7)
    for edge in paper.styles["Title"].element.xpath(".//w:pBdr"):
        edge.getparent().remove(edge)


def _write(paper: Paper) -> None:
    _small(paper.sections[0].header.paragraphs[0], "Kelvaro · For distributors and hospital groups")
    _small(paper.sections[0].footer.paragraphs[0], _FOOT)
    paper.add_paragraph("Kelvaro in short", style="Title")
    paper.add_paragraph(SAID["msg-one-liner"]).runs[0].font.size = Pt(14)
    paper.add_paragraph("What we do", style="Heading 1")
    paper.add_paragraph(SAID["msg-value-25"])
    _tracked(
        paper.add_paragraph("Behind that stand a workshop in Sandnes, "),
        "eleven",
        "fourteen",
        " people who take turns at the screens in Bergen, and four offices you can walk into.",
    )
    _products(paper)
    paper.add_paragraph("What it costs and what comes back", style="Heading 1")
    paper.add_paragraph("For food", style="Heading 2")
    paper.add_paragraph(SAID["msg-payback"])
    paper.add_paragraph(SAID["msg-price-frame"])
    paper.add_paragraph("For hospitals", style="Heading 2")
    paper.add_paragraph("We calculate per house and put a figure for four years in writing.")
    paper.add_paragraph("What happens next", style="Heading 1")
    paper.add_paragraph("You name a round or a courier, one of us comes along. After that you decide.")
    box = paper.add_paragraph()
    box._p.append(parse_xml(_BOX.read_text(encoding="utf-8").replace("TEXT", _GUARANTEE)))


def _small(paragraph: Any, words: str) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(9), _SOFT


def _tracked(paragraph: Any, old: str, new: str, rest: str) -> None:
    """A correction that the reader of the file has not accepted yet, then the rest of the sentence."""
    for n, (tag, holder, words) in enumerate((("w:del", "w:delText", old), ("w:ins", "w:t", new)), 1):
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(n))
        change.set(qn("w:author"), "Henrik Aasgard")
        change.set(qn("w:date"), "2026-10-28T16:00:00Z")
        run, text = OxmlElement("w:r"), OxmlElement(holder)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(rest)


def _products(paper: Paper) -> None:
    table = paper.add_table(rows=0, cols=3, style="Table Grid")
    table.autofit = False
    for row in _PRODUCTS:
        for cell, words, width in zip(table.add_row().cells, row, (38, 52, 80), strict=True):
            cell.width = Mm(width)
            cell.text = words
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    shade = f'<w:shd {_W} w:val="clear" w:fill="0B6E6E"/>'
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))
        cell.paragraphs[0].runs[0].font.color.rgb, cell.paragraphs[0].runs[0].font.bold = _WHITE, True
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        colour = "D5E2E0" if edge in ("bottom", "insideH") else "FFFFFF"
        _borders(table).append(parse_xml(f'<w:{edge} {_W} w:val="single" w:sz="4" w:color="{colour}"/>'))
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _borders(table: Any) -> Any:
    found = table._tbl.tblPr.find(qn("w:tblBorders"))
    if found is None:
        found = OxmlElement("w:tblBorders")
        table._tbl.tblPr.append(found)
    return found
