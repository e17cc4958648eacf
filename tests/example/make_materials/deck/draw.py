"""Draws what the slides are made of: text boxes, panels, tables, quotes, curves. Measures are inches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

from .theme import DEEP, INK, LINE, MIST, SOFT, TEAL, WHITE

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def place(box: Box) -> tuple[Any, Any, Any, Any]:
    return Inches(box[0]), Inches(box[1]), Inches(box[2]), Inches(box[3])


def runs(paragraph: Any, pieces: Sequence[tuple[str, bool]], size: float, colour: RGBColor = INK) -> None:
    """One paragraph of several runs; a piece is its text and whether it is bold."""
    for text, bold in pieces:
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold, run.font.color.rgb = text, Pt(size), bold, colour


def text(shapes: Any, box: Box, words: str, size: float = 18, colour: RGBColor = INK, *, bold: bool = False) -> Any:
    shape = shapes.add_textbox(*place(box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    for n, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.line_spacing, paragraph.space_before = 1.1, Pt(0 if n == 0 else size * 0.4)
        runs(paragraph, [(line, bold)], size, colour)
    return shape


def panel(shapes: Any, box: Box, colour: RGBColor = MIST) -> Any:
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *place(box))
    _flat(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    return shape


def statement(slide: Slide, box: Box, words: str, size: float = 26) -> Any:
    """A sentence that carries the slide, with a bar of the accent colour before it."""
    left, top, width, height = box
    panel(slide.shapes, (left, top, 0.06, height), TEAL)
    shape = text(slide.shapes, (left + 0.3, top, width - 0.3, height), words, size, DEEP)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    return shape


def quote(slide: Slide, box: Box, words: str, who: str) -> None:
    left, top, width, height = box
    panel(slide.shapes, box)
    text(slide.shapes, (left + 0.25, top + 0.2, width - 0.5, height - 0.8), f"“{words}”", 18, DEEP)
    text(slide.shapes, (left + 0.25, top + height - 0.6, width - 0.5, 0.4), who, 12, SOFT)


def table(slide: Slide, box: Box, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float = 14) -> Any:
    """A table with hairlines; its first row is the heading."""
    frame = slide.shapes.add_table(len(rows), len(rows[0]), *place(box))
    grid = frame.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Inches(width)
    for n, row in enumerate(rows):
        grid.rows[n].height = Inches(box[3] / len(rows))
        for m, words in enumerate(row):
            _cell(grid.cell(n, m), words, size, heading=n == 0)
    return frame


def _cell(cell: Any, words: str, size: float, *, heading: bool) -> None:
    cell.margin_left, cell.margin_top, cell.margin_bottom = Inches(0.05), Inches(0.03), Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    runs(cell.text_frame.paragraphs[0], [(words, heading)], size, SOFT if heading else INK)
    edge = f'<a:lnB {_A} w="9525"><a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill></a:lnB>'
    cell._tc.get_or_add_tcPr().append(parse_xml(edge))


def curve(slide: Slide, points: Sequence[tuple[float, float]], colour: RGBColor = TEAL, width: float = 3) -> Any:
    builder = slide.shapes.build_freeform(Inches(points[0][0]), Inches(points[0][1]))
    builder.add_line_segments([(Inches(x), Inches(y)) for x, y in points[1:]], close=False)
    shape = builder.convert_to_shape()
    _flat(shape)
    shape.fill.background()
    shape.line.color.rgb, shape.line.width = colour, Pt(width)
    return shape


def dot(slide: Slide, x: float, y: float, colour: RGBColor = WHITE, across: float = 0.2) -> Any:
    shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, *place((x - across / 2, y - across / 2, across, across)))
    _flat(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    shape.line.fill.background()
    return shape


def _flat(shape: Any) -> None:
    """Takes the theme's shadow and edge off a shape."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def describe(shape: Any, words: str) -> None:
    """Sets the alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)
