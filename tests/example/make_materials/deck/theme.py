"""Dresses the default template: 16:9, the company's colours and font, its master and three layouts."""

from __future__ import annotations

import re
from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

HERE = Path(__file__).parent
TEAL, DEEP, MIST = RGBColor(0x0B, 0x6E, 0x6E), RGBColor(0x06, 0x39, 0x3C), RGBColor(0xEE, 0xF5, 0xF4)
INK, SOFT, WARM = RGBColor(0x17, 0x27, 0x2A), RGBColor(0x51, 0x66, 0x6A), RGBColor(0xC6, 0x5A, 0x11)
LINE, WHITE, PALE = RGBColor(0xD5, 0xE2, 0xE0), RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0x8F, 0xC9, 0xC4)
COVER, TEXT, TITLE = 0, 1, 2
_LAYOUTS = {0: "layout-cover.xml", 1: "layout-text.xml", 5: "layout-title.xml"}
_COLOURS = {"dk1": INK, "dk2": DEEP, "lt2": LINE, "accent1": TEAL, "accent2": WARM, "accent3": PALE, "accent4": SOFT}


def dressed() -> Deck:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for n, layout in reversed(list(enumerate(deck.slide_layouts))):
        if n in _LAYOUTS:
            _replace(layout._element, "p:cSld", _LAYOUTS[n])
        else:
            deck.slide_layouts.remove(layout)
    deck.slide_layouts[COVER]._element.set("showMasterSp", "0")
    _replace(deck.slide_master._element, "p:cSld", "master.xml")
    _replace(deck.slide_master._element, "p:txStyles", "text-styles.xml")
    _colours_and_font(deck)
    return deck


def _replace(element: object, tag: str, file: str) -> None:
    old = element.find(qn(tag))  # type: ignore[attr-defined]
    old.getparent().replace(old, parse_xml((HERE / file).read_bytes()))


def _colours_and_font(deck: Deck) -> None:
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', theme, flags=re.S)
    theme = re.sub(r'(<a:latin typeface=")Calibri(?: Light)?(")', r"\g<1>Arial\g<2>", theme)
    part._blob = theme.replace('name="Office Theme"', 'name="Kelvaro"').encode("utf-8")
