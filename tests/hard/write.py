"""Makes the real file that a case describes: a deck, a document, a PDF, or a text as it is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from PIL import Image
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.readers.materials import W, deck, document, lines, pdf, slide, text_box
from tests.readers.test_pdfs import broken_map

COLUMNS = (72.0, 320.0)
"""Where the columns of a page begin, in points from the left."""


def content_of(name: str, said: Any) -> bytes:
    """The bytes of the file of that name. A text is written as it is, whatever the name promises."""
    if isinstance(said, str):
        return said.encode("utf-8")
    if "text" in said:
        return _text(**said)
    return {"pptx": _deck, "docx": _document, "pdf": _pdf}[name.rpartition(".")[2]](said)


def _text(text: str, *, ends: str = "\n", mark: bool = False, encoding: str = "utf-8") -> bytes:
    """A text with its own line ends; `mark` puts a byte order mark before it."""
    return ("\ufeff" if mark else "").encode(encoding) + text.replace("\n", ends).encode(encoding)


def _deck(said: Any) -> bytes:
    """`slides:` with title and subtitle, `boxes:`, `table:`, `notes:`, `alt:`.

    A box is a text, a list of runs, or a text with its place (`{text, at}`: left, top, width and height in inches; of
    several texts with their places, `{group}`).
    """

    def fill(made: Any) -> None:
        for one in said["slides"]:
            _slide(made, one)
        if "master" in said:
            box = text_box(made.slides[0], said["master"])._element
            made.slide_master.shapes._spTree.append(box)

    return deck(fill)


def _slide(made: Any, said: Any) -> None:
    on = slide(made, said.get("title", ""), said.get("subtitle", ""))
    for text in said.get("boxes", []):
        _box(on, text)
    if "footer" in said:
        text_box(on, said["footer"])._element.nvSpPr.nvPr._add_ph().set("type", "ftr")
    if "table" in said:
        rows = said["table"]
        table = on.shapes.add_table(len(rows), len(rows[0]), 0, 0, Inches(4), Inches(1)).table
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    if "notes" in said:
        on.notes_slide.notes_text_frame.text = said["notes"]
    if "alt" in said:
        text_box(on, "Picture")._element.nvSpPr.cNvPr.set("descr", said["alt"])
    if said.get("hidden"):
        on._element.set("show", "0")


def _box(on: Any, text: str | list[str] | dict[str, Any]) -> None:
    """A text box; of several runs, each second one is bold."""
    if isinstance(text, str):
        text_box(on, text)
        return
    if isinstance(text, dict):
        if "group" in text:
            _group(on, text["group"])
        else:
            on.shapes.add_textbox(*map(Inches, text["at"])).text_frame.text = text["text"]
        return
    paragraph = text_box(on, "").text_frame.paragraphs[0]
    for number, words in enumerate(text):
        run = paragraph.add_run()
        run.text, run.font.bold = words, number % 2 == 1


def _group(on: Any, boxes: list[dict[str, Any]]) -> None:
    """A group shown at half the size in which its boxes were drawn."""
    group = on.shapes.add_group_shape()
    for one in boxes:
        group.shapes.add_textbox(*map(Inches, one["at"])).text_frame.text = one["text"]
    group.width, group.height = group.width // 2, group.height // 2


def _document(said: Any) -> bytes:
    """`body:` of paragraphs (a text, or a list of runs), `heading:`, `table:` or `xml:`; `header:` and `footer:`."""

    def fill(made: Any) -> None:
        for one in said.get("body", []):
            _paragraph(made, one)
        for part in ("header", "footer"):
            if part in said:
                getattr(made.sections[0], part).paragraphs[0].text = said[part]

    return document(fill)


def _paragraph(made: Any, said: Any) -> None:
    if isinstance(said, str):
        made.add_paragraph(said)
    elif isinstance(said, list):
        paragraph = made.add_paragraph()
        for number, words in enumerate(said):
            paragraph.add_run(words).bold = number % 2 == 1
    elif "heading" in said:
        made.add_heading(said["heading"], 1)
    elif "table" in said:
        table = made.add_table(len(said["table"]), len(said["table"][0]))
        for row, texts in enumerate(said["table"]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    else:
        element = parse_xml(said["xml"].replace("<w:p>", f'<w:p xmlns:w="{W}">', 1))
        made.element.body.insert(len(made.element.body) - 1, element)


def _pdf(said: Any) -> bytes:
    """`pages:` of lines, `placed:` with the place of each; or of one page `columns:` of lines, or `tiles:` (figure and
    words, side by side); `password:`, `scan:`, `garbled:`.
    """
    if said.get("scan"):
        return _scan()
    if said.get("garbled"):
        return broken_map()
    if "tiles" in said:
        return _tiles(said["tiles"])
    pages = [lines(*page) for page in said.get("pages", [])] + [
        list(map(tuple, page)) for page in said.get("placed", [])
    ]
    if "columns" in said:
        pages.append([one for x, column in zip(COLUMNS, said["columns"], strict=False) for one in lines(*column, x=x)])
    lock = {"encrypt": StandardEncryption(said["password"], "owner")} if "password" in said else {}
    return pdf(*pages, **lock)


def _tiles(tiles: list[tuple[str, str]]) -> bytes:
    """A page of figures in a row, each large and above its words."""
    out = BytesIO()
    made = Canvas(out, pagesize=A4, invariant=1)
    for size, y, part in ((36, 600, 0), (11, 580, 1)):
        made.setFont("Helvetica", size)
        for x, tile in zip(COLUMNS, tiles, strict=True):
            made.drawString(x, y, tile[part])
    made.showPage()
    made.save()
    return out.getvalue()


def _scan() -> bytes:
    """A page that is a picture."""
    out = BytesIO()
    made = Canvas(out, pagesize=A4, invariant=1)
    made.drawImage(ImageReader(Image.new("RGB", (20, 20))), 0, 0, 500, 700)
    made.showPage()
    made.save()
    return out.getvalue()
