"""Sets a brochure: A4, a full cover, inner pages in two columns with a foot, hyphens where lines end."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)

_FONTS = Path(__file__).parents[1] / "fonts"
TEAL, DEEP, MIST, WARM = HexColor("#0b6e6e"), HexColor("#06393c"), HexColor("#eef5f4"), HexColor("#c65a11")
INK, SOFT, PALE, WHITE = HexColor("#17272a"), HexColor("#51666a"), HexColor("#8fc9c4"), HexColor("#ffffff")
WIDTH, HEIGHT = A4
_MARGIN, _GUTTER = 18 * mm, 8 * mm
COLUMN = (WIDTH - 2 * _MARGIN - _GUTTER) / 2

_BODY = ParagraphStyle("body", fontName="Text", fontSize=10.8, leading=16, textColor=INK, alignment=TA_JUSTIFY)
_BODY.embeddedHyphenation, _BODY.spaceAfter = 1, 8
STYLES = {
    "body": _BODY,
    "head": ParagraphStyle(
        "head", fontName="Text-Black", fontSize=14, leading=18, textColor=DEEP, spaceBefore=12, spaceAfter=6
    ),
    "said": ParagraphStyle(
        "said",
        parent=_BODY,
        fontName="Text-Bold",
        fontSize=15.5,
        leading=21,
        textColor=TEAL,
        alignment=0,
        spaceAfter=11,
    ),
    "cell": ParagraphStyle("cell", parent=_BODY, fontSize=10, leading=14, alignment=0, spaceAfter=0),
    "quote": ParagraphStyle(
        "quote", parent=_BODY, fontName="Text-Italic", fontSize=13, leading=18, alignment=0, spaceBefore=6
    ),
    "who": ParagraphStyle("who", fontName="Text", fontSize=8.2, leading=11, textColor=SOFT, spaceAfter=10),
    "caption": ParagraphStyle(
        "caption", fontName="Text-Italic", fontSize=8.4, leading=11, textColor=SOFT, spaceAfter=10
    ),
}
# where the printer may break a word of these texts
_BREAKS = (
    "re-frig-er-at-ed tem-per-a-ture ve-hi-cle ve-hi-cles de-liv-er-ies de-liv-ery cal-i-brat-ed "
    "cal-i-bra-tion cer-tif-i-cate com-plete in-spec-tor in-spec-tion min-utes dis-trib-u-tors "
    "dis-trib-u-tor hard-ware in-clud-ed gate-way work-shop jour-ney jour-neys with-in with-out "
    "ev-ery-body pa-tient hos-pi-tal hos-pi-tals phar-ma-cy phar-ma-cist phar-ma-cists med-i-cine "
    "med-i-cines rec-ord rec-ords read-ing read-ings dis-patch-er com-pa-ny car-ton be-tween some-body "
    "some-where no-body sen-sor sen-sors de-grees morn-ing con-tract qual-i-ty col-league col-leagues "
    "leav-ing load-ing coun-try after-noon Kel-varo strip-ed tele-phone bat-ter-ies thermo-meter "
    "thermo-meters oper-a-tions sig-na-ture sig-na-tures cor-ri-dor in-stru-ments ware-house "
    "straw-ber-ries pal-let pal-lets cour-i-er cour-i-ers prop-er-ly ques-tion ques-tions"
)
_BREAK = {word.replace("-", ""): word.replace("-", "\u00ad") for word in _BREAKS.split()}
# one load's temperature in shares of width and height: level, a rise, level again
_CURVE = (
    (0.2, 0.1, 0.3, -0.1, 0.42, 0),
    (0.5, 0, 0.5, 1, 0.56, 1),
    (0.62, 1, 0.62, 0, 0.7, 0),
    (0.8, 0.1, 0.9, -0.1, 1, 0),
)


@dataclass(frozen=True)
class Cover:
    title: str
    below: str
    kicker: str


@dataclass(frozen=True)
class Page:
    headline: str
    left: Sequence[Flowable]
    right: Sequence[Flowable]


@dataclass(frozen=True)
class Brochure:
    """What a brochure is made of: a cover and inner pages of two columns."""

    cover: Cover
    pages: Sequence[Page]
    title: str
    foot: str
    subject: str


def p(style: str, words: str) -> Paragraph:
    """A paragraph, with typographic apostrophes and soft hyphens in the words that may break."""
    _faces()
    soft = re.sub(r"[A-Za-z]+", lambda word: _BREAK.get(word[0], word[0]), words.replace("'", "’"))
    return Paragraph(html.escape(soft, quote=False), STYLES[style])


@cache
def _faces() -> None:
    for face in ("Regular", "Bold", "Italic", "Black"):
        name = "Text" if face == "Regular" else f"Text-{face}"
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / f"text-{face.lower()}.ttf")))
        addMapping(name, 0, 0, name)


def pressed(brochure: Brochure) -> bytes:
    _faces()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        title=brochure.title,
        author="Kelvaro AS",
        subject=brochure.subject,
        lang="en-GB",
        initialFontName="Text",
        initialFontSize=10,
    )
    document.addPageTemplates([_cover(brochure), _inner(brochure)])
    story: list[Flowable] = [NextPageTemplate("inner")]
    for page in brochure.pages:
        story += [PageBreak(), *page.left, FrameBreak(), *page.right]
    document.build(story)
    return out.getvalue()


def _cover(brochure: Brochure) -> PageTemplate:
    def draw(canvas: Any, _document: Any) -> None:
        canvas.setFillColor(DEEP)
        canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
        draw_curve(canvas, 0, HEIGHT * 0.30, WIDTH, 70, PALE)
        cover = brochure.cover
        for font, size, colour, height, words in (
            ("Text", 12, PALE, 0.80, cover.kicker),
            ("Text-Black", 46, WHITE, 0.70, cover.title),
            ("Text", 19, PALE, 0.64, cover.below),
            ("Text-Bold", 12, WHITE, 0.07, "Kelvaro"),
            ("Text", 9, PALE, 0.05, "kelvaro.example"),
        ):
            canvas.setFont(font, size)
            canvas.setFillColor(colour)
            canvas.drawString(_MARGIN, HEIGHT * height, words)

    return PageTemplate("cover", [Frame(0, 0, WIDTH, HEIGHT)], onPage=draw)


def _inner(brochure: Brochure) -> PageTemplate:
    height = HEIGHT - 76 * mm
    frames = [
        Frame(_MARGIN + n * (COLUMN + _GUTTER), 26 * mm, COLUMN, height, 0, 0, 0, 0, id=f"column{n}") for n in range(2)
    ]

    def draw(canvas: Any, document: Any) -> None:
        canvas.setFillColor(TEAL)
        canvas.rect(0, HEIGHT - 7 * mm, WIDTH, 7 * mm, stroke=0, fill=1)
        canvas.setFont("Text-Black", 27)
        canvas.setFillColor(DEEP)
        canvas.drawString(_MARGIN, HEIGHT - 33 * mm, brochure.pages[document.page - 2].headline)
        canvas.setStrokeColor(PALE)
        canvas.line(_MARGIN, 18 * mm, WIDTH - _MARGIN, 18 * mm)
        canvas.setFont("Text", 8)
        canvas.setFillColor(SOFT)
        canvas.drawString(_MARGIN, 13 * mm, brochure.foot)
        canvas.drawRightString(WIDTH - _MARGIN, 13 * mm, str(document.page))

    return PageTemplate("inner", frames, onPage=draw)


def draw_curve(canvas: Any, left: float, base: float, width: float, height: float, colour: HexColor) -> None:
    """The curve of a load, with a dot where somebody was told."""
    path = canvas.beginPath()
    path.moveTo(left, base)
    for bow in _CURVE:
        path.curveTo(*[left + width * x if n % 2 == 0 else base + height * x for n, x in enumerate(bow)])
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(2.4)
    canvas.drawPath(path)
    canvas.setFillColor(WARM)
    canvas.circle(left + width * 0.512, base + height * 0.62, 4.5, stroke=0, fill=1)
