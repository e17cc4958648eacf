"""The second half of the corporate presentation: results, Audit, Rescue, how to begin, the night, contact."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from ..said import SAID
from .draw import describe, panel, place, quote, statement, table, text
from .theme import COVER, DEEP, INK, MIST, PALE, SOFT, TEAL, TITLE

_STEPS = (
    ("1", "A ride", "One of us sits in the cab for a day. You receive a drawing with the degrees at each stop."),
    ("2", "A pilot", "Three lorries or one house, four weeks. Your own people pick up when it rings."),
    ("3", "A signature", "One contract of six pages. You name the first ten lorries or the first house."),
)


def results(deck: Deck) -> None:
    slide = _titled(deck, "Results")
    statement(slide, (0.75, 1.85, 5.2, 2.0), SAID["msg-waste-down"], 22)
    quote(
        slide,
        (0.75, 4.15, 5.2, 2.2),
        "Two suppliers measured our cooling units. One measured our strawberries.",
        "Operations director, Bergfrost Logistik",
    )
    data = CategoryChartData()
    data.categories = ["Year before", "Year after"]
    data.add_series("Index", (100, 59))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place((6.6, 1.75, 5.98, 4.3)), data)
    frame.name = "Before and after"
    describe(frame, "Two columns: the left one, for the year before, stands at 100; the right one at 59.")
    _calm(frame.chart)
    text(slide.shapes, (6.6, 6.1, 5.98, 0.4), "Index, year before = 100. Median of 23 clients, July 2026.", 12, SOFT)
    slide.notes_slide.notes_text_frame.text = "Some halve it, some save a quarter. This is the middle, not the best."


def _calm(chart: Any) -> None:
    chart.has_legend = chart.has_title = False
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 110
    chart.category_axis.format.line.color.rgb = PALE
    chart.category_axis.tick_labels.font.size = Pt(14)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 70, True
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(20), True
    for n, colour in enumerate((PALE, TEAL)):
        point = plot.series[0].points[n]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour


def audit(deck: Deck) -> None:
    slide = _titled(deck, "Kelvaro Audit: hand over a file")
    statement(slide, (0.75, 1.85, 11.8, 1.1), SAID["msg-audit-file"], 24)
    rows = (
        ("Part of the Audit File", "What stands there"),
        ("Readings", "Each value with its hour, its place and the serial number"),
        ("Deviations", "What happened, who decided about the goods, and why"),
        ("Signatures", "Loading, hand-over and release, on glass or by card"),
        ("Calibration", "The paper of the very sensor that rode along"),
    )
    table(slide, (0.75, 3.25, 7.2, 2.9), rows, (2.5, 4.7))
    coffee = "The inspector had the file before he had his coffee."
    quote(slide, (8.5, 3.25, 4.08, 2.9), coffee, "Chief pharmacist, Sankt Elin")
    slide.notes_slide.notes_text_frame.text = "Hand round a printed sample. Keep quiet while they leaf through it."


def rescue(deck: Deck) -> None:
    slide = _titled(deck, "Kelvaro Rescue: somebody picks up")
    statement(slide, (0.75, 1.85, 5.7, 1.5), SAID["msg-ninety-seconds"], 22)
    statement(slide, (6.9, 1.85, 5.68, 1.5), SAID["msg-guarantee"], 22)
    rows = (
        ("02:41", "Yoghurt near Jönköping passes six degrees, the screen at the desk turns red"),
        ("02:42", "Sofie has the man at the wheel on the line: the rear flap is iced open"),
        ("02:55", "A dairy in Nässjö agrees to open gate four"),
        ("03:38", "Twelve pallets stand in the cold; Kalmar has a note about the new hour"),
    )
    table(slide, (0.75, 3.75, 11.83, 2.5), (("Hour", "One night in February"), *rows), (1.3, 10.53))
    slide.notes_slide.notes_text_frame.text = "Ask who of theirs would have picked up. If they laugh, ask for the name."


def how_to_begin(deck: Deck) -> None:
    slide = _titled(deck, "How to begin")
    for n, (number, head, words) in enumerate(_STEPS):
        left = 0.75 + n * 4.02
        panel(slide.shapes, (left, 1.9, 3.78, 3.7), MIST)
        text(slide.shapes, (left + 0.3, 2.05, 3, 0.8), number, 40, TEAL, bold=True)
        text(slide.shapes, (left + 0.3, 2.95, 3.2, 0.5), head, 22, DEEP, bold=True)
        text(slide.shapes, (left + 0.3, 3.6, 3.2, 2.4), words, 17, INK)
    slide.notes_slide.notes_text_frame.text = (
        "Do not show a price list here. If they ask, answer plainly:\n"
        f"{SAID['msg-price-frame']}\nThen return to the ride and agree the day before you pack up."
    )


def the_night(deck: Deck) -> None:
    slide = _titled(deck, "Night statistics")
    statement(slide, (0.75, 1.85, 11.8, 1.1), SAID["msg-loads-saved"], 24)
    rows = (
        ("Between", "Cases", "Most common cause"),
        ("20 and 22", "297", "Flap not latched after the last drop"),
        ("22 and 24", "241", "Unit switched off on the ferry"),
        ("0 and 3", "268", "Fuel of the unit used up"),
        ("3 and 6", "378", "Waiting at a ramp that opens at six"),
    )
    table(slide, (0.75, 3.3, 9.5, 2.9), rows, (2.2, 1.6, 5.7))
    slide._element.set("show", "0")
    slide.notes_slide.notes_text_frame.text = "Hidden; for the question that always comes from the night manager."


def contact(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[COVER])
    slide.shapes.title.text = "Whom to ring"
    slide.placeholders[1].text = "Food: Jonas Brekkhus · Hospitals: Saskia Vermolen"
    text(
        slide.shapes,
        (0.9, 4.5, 8, 1.5),
        "+47 55 00 00 00\nhello@kelvaro.example\nSandviksboder 12, Bergen",
        16,
        PALE,
    )


def _titled(deck: Deck, words: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE])
    slide.shapes.title.text = words
    return slide
