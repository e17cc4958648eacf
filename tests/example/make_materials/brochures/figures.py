"""Draws the figures of the brochures: a load's curve, the sensor with its certificate, a table of facts."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Table

from .press import COLUMN, DEEP, MIST, PALE, TEAL, WHITE, draw_curve, p


class Curve(Flowable):
    """The temperature of one load, on a tinted panel."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height, self.spaceBefore, self.spaceAfter = COLUMN, 84, 6, 5

    def draw(self) -> None:
        self.canv.setFillColor(MIST)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        draw_curve(self.canv, 8, 22, self.width - 16, 42, TEAL)


class Sensor(Flowable):
    """The sensor beside its paper."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height, self.spaceBefore, self.spaceAfter = COLUMN, 130, 6, 5

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(MIST)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(DEEP)
        canvas.roundRect(24, 34, 92, 62, 9, stroke=0, fill=1)
        canvas.setFillColor(TEAL)
        canvas.roundRect(32, 42, 76, 46, 6, stroke=0, fill=1)
        canvas.setFillColor(WHITE)
        canvas.circle(98, 78, 3.2, stroke=0, fill=1)
        canvas.setStrokeColor(PALE)
        canvas.setLineWidth(1.6)
        for n in range(4):
            canvas.line(44 + n * 5, 52, 44 + n * 5, 60 + n * 5)
        canvas.setFillColor(WHITE)
        canvas.rect(140, 18, 72, 96, stroke=0, fill=1)
        canvas.setLineWidth(1)
        for n, length in enumerate((34, 56, 56, 50, 56, 40)):
            canvas.line(148, 102 - n * 11, 148 + length, 102 - n * 11)
        canvas.setFillColor(TEAL)
        canvas.circle(198, 32, 7, stroke=0, fill=1)


def facts(rows: Sequence[tuple[str, str]]) -> Table:
    """Two columns of words with hairlines between the rows."""
    cells = [[p("cell", left), p("cell", right)] for left, right in rows]
    table = Table(cells, colWidths=(COLUMN * 0.36, COLUMN * 0.64))
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), "Text"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, HexColor("#d5e2e0")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    table.spaceBefore, table.spaceAfter = 4, 10
    return table


FIGURES: dict[str, type[Flowable]] = {"curve": Curve, "sensor": Sensor}
