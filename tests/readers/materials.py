"""Makes real decks, documents and PDFs for tests, and puts into them what the libraries that write them cannot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from docx import Document
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def deck(fill: Callable[[Any], None]) -> bytes:
    """A PowerPoint file that `fill` has put slides into."""
    presentation = Presentation()
    fill(presentation)
    return _saved(presentation)


def slide(presentation: Any, title: str = "", subtitle: str = "") -> Any:
    """A slide of the title layout, or an empty one."""
    made = presentation.slides.add_slide(presentation.slide_layouts[0 if title or subtitle else 6])
    if title or subtitle:
        made.shapes.title.text = title
        made.placeholders[1].text = subtitle
    return made


def text_box(on: Any, *paragraphs: str) -> Any:
    """A text box with these paragraphs."""
    box = on.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(2))
    box.text_frame.text = "\n".join(paragraphs)
    return box


def document(fill: Callable[[Any], None]) -> bytes:
    """A Word file that `fill` has written into."""
    made = Document()
    fill(made)
    return _saved(made)


def pdf(*pages: Iterable[tuple[float, float, str]], size: float = 11, title: str = "", **canvas: Any) -> bytes:
    """A PDF with lines of text at points from the lower left."""
    out = BytesIO()
    made = Canvas(out, pagesize=A4, invariant=1, **canvas)
    if title:
        made.setTitle(title)
    for page in pages:
        made.setFont("Helvetica", size)
        for x, y, text in page:
            made.drawString(x, y, text)
        made.showPage()
    made.save()
    return out.getvalue()


def pdf_of(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return data + end % (len(objects) + 1, table, len(objects) + 1, len(data))


def lines(*texts: str, x: float = 72, top: float = 700, pitch: float = 14) -> list[tuple[float, float, str]]:
    """Lines one below the other."""
    return [(x, top - pitch * number, text) for number, text in enumerate(texts)]


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """An Office file with one part rewritten."""
    parts = parts_of(data)
    parts[part] = change(parts[part].decode("utf-8")).encode("utf-8")
    return zipped(parts)


def with_part(data: bytes, part: str, content: str, *, of: str, kind: str, key: str = "rIdTest") -> bytes:
    """An Office file with a further part, which the part `of` refers to by `key`."""
    parts = parts_of(data)
    parts[part] = content.encode("utf-8")
    folder, _, name = of.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    empty = f'<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()
    one = f'<Relationship Id="{key}" Type="{R}/{kind}" Target="/{part}"/>'.encode()
    parts[relations] = parts.get(relations, empty).replace(b"</Relationships>", one + b"</Relationships>")
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()
