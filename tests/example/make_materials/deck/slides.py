"""The first half of the corporate presentation: who we are, the problem, Track, the three things, one sentence."""

from __future__ import annotations

import math

from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from ..said import SAID
from .draw import curve, describe, dot, panel, quote, runs, statement, table, text
from .theme import COVER, DEEP, INK, MIST, PALE, SOFT, TEAL, TEXT, TITLE, WARM, WHITE

_COUNTRIES = [
    ("Country", "Food", "Hospitals", "Served from"),
    ("Norway", "46", "11", "Bergen"),
    ("Sweden", "24", "8", "Bergen"),
    ("Denmark", "15", "4", "Hamburg"),
    ("Finland", "11", "3", "Bergen"),
    ("Netherlands", "14", "4", "Utrecht"),
    ("Belgium", "7", "1", "Utrecht"),
    ("Germany", "13", "4", "Hamburg"),
    ("United Kingdom", "9", "2", "Leeds"),
    ("Ireland", "3", "1", "Leeds"),
]


def title(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[COVER])
    slide.shapes.title.text = SAID["msg-tagline"].upper()
    slide.placeholders[1].text = "Cold-chain assurance for food and medicines"
    warm = [(7.4 + n / 20, 5.6 - 0.75 * math.exp(-(((n - 58) / 9) ** 2)) + 0.07 * math.sin(n / 3)) for n in range(119)]
    describe(curve(slide, warm, PALE), "A temperature curve with one short rise")
    dot(slide, *warm[56], WARM)
    text(slide.shapes, (0.9, 4.6, 6, 0.4), "Corporate presentation 4.2 · October 2026", 14, PALE)
    slide.notes_slide.notes_text_frame.text = "Leave this up while people find their chairs. Do not read it aloud."


def who_we_are(deck: Deck) -> None:
    slide = _titled(deck, "Who we are")
    statement(slide, (0.75, 1.85, 4.9, 1.9), SAID["msg-clients"], 22)
    text(
        slide.shapes,
        (0.75, 4.1, 4.9, 2.3),
        "Begun by two engineers and a wholesaler on a fish quay.\n"
        "Offices in Bergen, Utrecht, Hamburg and Leeds.\nOwned by the people who work here and by two families.",
        16,
        SOFT,
    )
    describe(
        table(slide, (6.3, 1.85, 6.28, 4.6), _COUNTRIES, (2.4, 1.0, 1.3, 1.58)),
        "Clients by country, October 2026, and the office that looks after them",
    )
    slide.notes_slide.notes_text_frame.text = "Point at their country. Name one client there whom they may ring."


def the_problem(deck: Deck) -> None:
    slide = _titled(deck, "The problem")
    statement(slide, (0.75, 1.75, 11.8, 1.4), SAID["msg-one-liner"], 24)
    said = (
        ("My drivers get blamed and I cannot prove otherwise.", "Operations director, fruit and vegetables"),
        ("Every credit note costs me the margin of nine good deliveries.", "Finance director, dairy"),
        ("At the weekend the alarm rings in an empty office.", "Chief pharmacist, four houses"),
    )
    for n, (words, who) in enumerate(said):
        quote(slide, (0.75 + n * 4.02, 3.65, 3.78, 2.2), words, who)
    slide.notes_slide.notes_text_frame.text = "Ask which of the three they have heard in their own house. Then wait."


def track(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TEXT])
    slide.shapes.title.text = "Kelvaro Track: minutes, not days"
    before, bold, after = SAID["msg-four-minutes"].partition("4")
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    runs(paragraph, [(before, False), (bold, True), (after, False)], 24, DEEP)
    panel(slide.shapes, (0.75, 3.05, 11.83, 3.4), MIST)
    curve(slide, [(1.1, 4.3), (12.2, 4.3)], PALE, 1.5)
    text(slide.shapes, (1.1, 3.98, 3, 0.3), "upper limit, 4 °C", 12, SOFT)
    warm = [(1.1 + n / 10, 5.25 - 1.45 * math.exp(-(((n - 48) / 13) ** 2)) + 0.05 * math.sin(n)) for n in range(112)]
    describe(curve(slide, warm, TEAL), "One pallet over forty minutes: the curve rises, crosses the limit, falls again")
    for x, y, left, top, words in (
        (3.6, 5.13, 2.6, 5.5, "06:12\nflap swings open near Dombås"),
        (5.3, 4.03, 5.2, 5.5, "06:15\ndispatcher's telephone rings"),
        (6.1, 3.8, 6.4, 3.35, "06:19\nflap latched"),
    ):
        dot(slide, x, y, WARM)
        text(slide.shapes, (left, top, 2.4, 0.7), words, 12, INK)
    text(slide.shapes, (8.6, 3.2, 3.8, 0.7), "22 pallets of salmon, E6, 14 August 2025", 12, SOFT)
    slide.notes_slide.notes_text_frame.text = (
        "Tell it as a story: who was driving, who rang, what he did. The curve is from Halvorsen's own morning."
    )


def three_things(deck: Deck) -> None:
    slide = _titled(deck, "Three things")
    group = slide.shapes.add_group_shape()
    group.name = "Three things"
    things = (("Kelvaro Track", "pillar-see"), ("Kelvaro Audit", "pillar-prove"), ("Kelvaro Rescue", "pillar-act"))
    for n, (product, message) in enumerate(things):
        left = 0.75 + n * 4.02
        panel(group.shapes, (left, 1.9, 3.78, 3.9), (TEAL, DEEP, WARM)[n])
        text(group.shapes, (left + 0.3, 2.1, 3.2, 0.6), product, 24, WHITE, bold=True)
        box = text(group.shapes, (left + 0.3, 3.0, 3.2, 3.0), SAID[message], 22, WHITE)
        box.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    slide.notes_slide.notes_text_frame.text = "Ask which of the three is theirs today. Go on with that one first."


def one_sentence(deck: Deck) -> None:
    slide = _titled(deck, "In one sentence")
    statement(slide, (0.75, 2.3, 11.2, 2.9), SAID["msg-value-25"], 36)
    slide.notes_slide.notes_text_frame.text = "If they write down one line of the whole hour, let it be this one."


def _titled(deck: Deck, words: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE])
    slide.shapes.title.text = words
    return slide
