"""What is laid over a page of a PDF: fields that are filled in, text boxes, comments."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MOST_NOTES = 10_000
"""Fields and comments on one page."""
_UNSEEN = 0x2 | 0x20
"""Flags of what is laid over a page: hidden, not for the screen."""
_PASSWORD = 0x2000
_WRITTEN = frozenset({pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})

Note = list[Any]
"""Kind (`field`, `tooltip`, `text box`, `comment`), name, text, left, bottom, right, top, whether hidden."""


def notes_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, most_letters: int) -> list[Note] | None:
    """What is laid over a page: filled-in fields, text boxes, comments; None where that is more than is bearable."""
    notes = list(islice(_notes(document, page, most_letters), MOST_NOTES + 1))
    too_many = len(notes) > MOST_NOTES or sum(len(note[2]) for note in notes) > most_letters
    return None if too_many else notes


def _notes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, most: int) -> Iterator[Note]:
    """All of them. A password is nobody's to read."""
    form = document.formenv.raw if document.formenv else None
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        hidden = bool(pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN)
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(note, rect)
        box = [round(edge, 1) for edge in (rect.left, rect.bottom, rect.right, rect.top)]
        if kind == pdfium.FPDF_ANNOT_WIDGET and form:
            name = _string(most, pdfium.FPDFAnnot_GetFormFieldName, form, note)
            secret = pdfium.FPDFAnnot_GetFormFieldFlags(form, note) & _PASSWORD
            if pdfium.FPDFAnnot_GetFormFieldType(form, note) in _WRITTEN and not secret:
                yield ["field", name, _string(most, pdfium.FPDFAnnot_GetFormFieldValue, form, note), *box, hidden]
            yield ["tooltip", name, _string(most, pdfium.FPDFAnnot_GetFormFieldAlternateName, form, note), *box, True]
        elif kind != pdfium.FPDF_ANNOT_POPUP:  # it only shows again what its comment says
            text = _string(most, pdfium.FPDFAnnot_GetStringValue, note, b"Contents")
            is_text = kind == pdfium.FPDF_ANNOT_FREETEXT
            yield ["text box" if is_text else "comment", "", text, *box, hidden or not is_text]
        pdfium.FPDFPage_CloseAnnot(note)


def _string(most: int, get: Any, *of: Any) -> str:
    """A string that pdfium writes into a buffer, whose size in bytes it tells first."""
    size = min(get(*of, None, 0), 2 * most + 4)
    buffer = ctypes.create_string_buffer(size)
    get(*of, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]
