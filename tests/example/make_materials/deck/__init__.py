"""Makes the corporate presentation: twelve slides, one of them hidden."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from ..packed import packed
from . import more_slides, slides
from .theme import dressed

_SLIDES = (
    slides.title,
    slides.who_we_are,
    slides.the_problem,
    slides.track,
    slides.three_things,
    slides.one_sentence,
    more_slides.results,
    more_slides.audit,
    more_slides.rescue,
    more_slides.how_to_begin,
    more_slides.the_night,
    more_slides.contact,
)
_OOXML = "http://schemas.openxmlformats.org"
_NAMES = f'xmlns:p="{_OOXML}/presentationml/2006/main" xmlns:a="{_OOXML}/drawingml/2006/main"'
_NUMBER = (
    f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="90" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>'
    '<a:fld id="{{6F1D2C3B-0001-4000-8000-0000000000{0:02}}}" type="slidenum">'
    '<a:rPr lang="en-GB"/><a:t>{0}</a:t></a:fld>'
    "</a:p></p:txBody></p:sp>"
)


def files() -> Iterator[tuple[str, bytes]]:
    deck = dressed()
    for slide in _SLIDES:
        slide(deck)
    _numbers(deck)
    _properties(deck)
    out = io.BytesIO()
    deck.save(out)
    yield "deck/kelvaro-corporate-4.pptx", packed(out.getvalue())


def _numbers(deck: Deck) -> None:
    for n, slide in list(enumerate(deck.slides, 1))[1:-1]:
        slide.shapes._spTree.append(parse_xml(_NUMBER.format(n)))


def _properties(deck: Deck) -> None:
    said = deck.core_properties
    said.title, said.author, said.last_modified_by = "Kelvaro in twelve slides", "Henrik Aasgard", "Henrik Aasgard"
    said.subject, said.keywords, said.version, said.revision = "Corporate presentation 4", "", "4.2", 17
    said.created, said.modified = datetime(2026, 2, 2, 9, 0), datetime(2026, 10, 20, 14, 30)
