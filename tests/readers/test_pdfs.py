"""PDFs: lines put together as a reader of the paper would, and causes where there is nothing to put together."""

from __future__ import annotations

from io import BytesIO
from itertools import zip_longest
from random import Random

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from generator.model.block import box_of, locate
from generator.readers import read_bytes
from tests.readers.materials import lines, pdf, pdf_of
from tests.readers.test_cases import line_of


def said(data: bytes) -> list[str]:
    source = read_bytes(data, "brochure.pdf")
    assert source.problem == ""
    return [line_of(source, block) for block in source.blocks]


def test_lines_of_a_paragraph_are_one_text_with_a_place_each() -> None:
    data = pdf([*lines("We cut your", "onboarding in half."), *lines("Twice the joy.", top=600)])
    assert said(data) == [
        "page 1, line 1 | paragraph | We cut your⏎onboarding in half.",
        "page 1, line 3 | paragraph | Twice the joy.",
    ]
    source = read_bytes(data, "brochure.pdf")
    block = source.blocks[0]
    at = block.text.index("half")
    assert str(locate(source, block, at)) == "page 1, line 2"
    left, bottom, right, top = box_of(block, at, at + 4) or (0.0,) * 4
    assert left == pytest.approx(72, abs=2) and bottom < 686 < top < 700 and 150 < right < 250
    both = box_of(block, 0, len(block.text)) or (0.0,) * 4
    assert both[1] == bottom and both[3] > 700


def test_a_hyphen_at_a_line_s_end_stays_with_its_line_break() -> None:
    assert said(pdf(lines("The fastest plat-", "form of all."))) == [
        "page 1, line 1 | paragraph | The fastest plat-⏎form of all."
    ]


def test_a_heading_is_not_part_of_its_paragraph() -> None:
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    for y, font, size, text in ((700, "Helvetica-Bold", 18, "Acme"), (680, "Helvetica", 11, "Acme cuts it in half.")):
        made.setFont(font, size)
        made.drawString(72, y, text)
    made.save()
    assert said(out.getvalue()) == [
        "page 1, line 1 | paragraph | Acme",
        "page 1, line 2 | paragraph | Acme cuts it in half.",
    ]


def test_columns_merged_on_a_line_are_read_one_after_the_other() -> None:
    left = lines("We cut your onboarding", "time in half for all", "teams in all countries")
    right = lines("and we do so without", "any change to the way", "you work today.", x=320)
    merged = [line for pair in zip_longest(left, right) for line in pair]
    assert said(pdf(merged)) == [
        "page 1, line 1 | paragraph, runs on | We cut your onboarding⏎time in half for all⏎teams in all countries",
        "page 1, line 4 | paragraph | and we do so without⏎any change to the way⏎you work today.",
    ]


COLUMNS = [
    *lines("We cut your onboarding", "time in half for all", "teams in all countries"),
    *lines("and we do so without", "any change to the way", "you work today.", x=320),
]
HEAD = "Half the time that new people need until they close their first deal"
FOOT = "Ask us about it whenever you like. We answer the same day, in your language."
PAGE = [(72, 800, HEAD), *COLUMNS, (72, 600, FOOT), (72, 400, "Acme, Oslo")]


@pytest.mark.parametrize("seed", range(6))
def test_a_page_is_read_as_it_stands_however_it_was_drawn(seed: int) -> None:
    drawn = Random(seed).sample(PAGE, len(PAGE)) if seed else PAGE[::-1]
    assert said(pdf(drawn)) == [
        f"page 1, line 1 | paragraph | {HEAD}",
        "page 1, line 2 | paragraph, runs on | We cut your onboarding⏎time in half for all⏎teams in all countries",
        "page 1, line 5 | paragraph | and we do so without⏎any change to the way⏎you work today.",
        f"page 1, line 8 | paragraph | {FOOT}",
        "page 1, line 9 | paragraph | Acme, Oslo",
    ]


def test_words_drawn_one_by_one_are_one_line() -> None:
    after = [72 + stringWidth(said, "Helvetica", 11) for said in ("We cut it by ", "We cut it by half ")]
    words = [
        (72, 700, "We cut it by"),
        (72, 686, "for all of you."),
        (after[1], 700, "the time"),
        (after[0], 700, "half"),
    ]
    assert said(pdf(words)) == ["page 1, line 1 | paragraph | We cut it by half the time⏎for all of you."]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_written_sideways_is_read_along_its_lines(turn: int) -> None:
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    made.setPageRotation(turn)
    for x, y, text in lines("Acme, Oslo", "2026", x=300, top=100):
        made.drawString(x, y, text)
    made.translate(300, 400)
    made.rotate(turn)
    for x, y, text in lines("We cut your onboarding", "time in half for all", "of your teams.", x=0, top=200):
        made.drawString(x, y, text)
    made.save()
    found = said(out.getvalue())
    assert len(found) == 2
    assert "page 1, line 1 | paragraph | We cut your onboarding⏎time in half for all⏎of your teams." in found
    block = next(b for b in read_bytes(out.getvalue(), "brochure.pdf").blocks if b.text.startswith("We"))
    left, bottom, right, top = box_of(block, 0, 6) or (0.0,) * 4
    at = {0: (300, 600), 90: (100, 400), 180: (300, 200), 270: (500, 400)}[turn]
    assert left - 12 < at[0] < right + 12 and bottom - 12 < at[1] < top + 12
    assert (right - left > top - bottom) == (turn % 180 == 0)


def test_columns_set_as_tightly_as_in_papers_stay_apart() -> None:
    left, right = "We cut your onboarding", "in half without a change"
    x = 72 + stringWidth(left, "Helvetica", 11) + 11
    both = [*lines(*[left] * 4), *lines(*[right] * 4, x=x)]
    assert [line.count("⏎") for line in said(pdf(both))] == [3, 3]


def test_a_table_is_read_row_by_row_and_cards_one_by_one() -> None:
    def rows(number: int) -> tuple[list[tuple[float, float, str]], list[tuple[float, float, str]]]:
        top = 700 - 60 * number
        return lines(f"Name {number}", top=top), lines(f"text {number}", "goes on", x=320, top=top)

    by_rows = [line for number in range(3) for cell in rows(number) for line in cell]
    assert [line.rpartition("| ")[2] for line in said(pdf(by_rows))] == [
        text for number in range(3) for text in (f"Name {number}", f"text {number}⏎goes on")
    ]
    by_columns = [line for column in range(2) for number in range(3) for line in rows(number)[column]]
    assert [line.rpartition("| ")[2] for line in said(pdf(by_columns))] == [
        *(f"Name {number}" for number in range(3)),
        *(f"text {number}⏎goes on" for number in range(3)),
    ]


def test_a_stretched_line_stays_one_line() -> None:
    assert said(pdf([(72, 700, "We cut it"), (160, 700, "in half"), (72, 686, "for all of your teams.")])) == [
        "page 1, line 1 | paragraph | We cut it in half⏎for all of your teams."
    ]


def test_a_running_line_counts_once() -> None:
    pages = [
        [*lines("Acme – half the time", top=820), *lines(f"Body {word}."), (72, 30, f"Page {word}")] for word in "1234"
    ]
    assert [line for line in said(pdf(*pages)) if "furniture" in line] == [
        "page 1, line 1 | running line, furniture | Acme – half the time",
        "page 1, line 3 | running line, furniture | Page 1",
    ]


def test_what_only_seems_to_run_along_the_pages_is_read_on_each() -> None:
    """A number that does not go up with the pages, a line at another height, one far from the margins."""
    pages = [
        [(72, 820 - 9 * number, f"We serve {number * number} countries"), *lines("Every day.", top=400)]
        for number in range(1, 4)
    ]
    assert [line.partition(" | ")[2] for line in said(pdf(*pages))] == [
        text for number in (1, 4, 9) for text in (f"paragraph | We serve {number} countries", "paragraph | Every day.")
    ]


def test_running_lines_part_no_sentence() -> None:
    """On two pages already, on left and right pages, in two lines, below the first words of the next page."""
    even, odd = lines("Keeping your cold chain cool", "since 1998", top=40), [(400, 40, "Acme"), (500, 40, "Page 2")]
    first = [*lines("We cut it", "in half for", top=120), *even]
    rest = lines("all of your teams.", top=700)
    for pages in ([first, [*even, *rest]], [first, [*odd, *rest], [*lines("Ask."), *even], [*lines("Go."), *odd[:1]]]):
        found = said(pdf(*pages))
        assert found[:2] == [
            "page 1, line 1 | paragraph, runs on | We cut it⏎in half for",
            "page 2, line 1 | paragraph | all of your teams.",
        ]
        assert [line for line in found if "Keeping" in line] == [
            "page 1, line 3 | running line, furniture | Keeping your cold chain cool⏎since 1998"
        ]


def test_a_paragraph_runs_on_over_the_page() -> None:
    found = said(pdf(lines("We cut it", "in half for", top=120), lines("all of your teams.", top=700)))
    assert found == [
        "page 1, line 1 | paragraph, runs on | We cut it⏎in half for",
        "page 2, line 1 | paragraph | all of your teams.",
    ]


def test_a_word_parted_over_the_page_is_one_word() -> None:
    def two_pages(*after: str) -> list[str]:
        foot = [(72, 30, "Acme – half the time")]
        first, last = [*lines("Available all of the", "time, meas-", top=120), *foot], lines("Another page.", top=400)
        return said(pdf(first, [*lines(*after, top=700), *foot], [*last, *foot]))

    assert [line for line in two_pages("ured every minute", "and told.") if "furniture" not in line] == [
        "page 1, line 1 | paragraph, runs on | Available all of the⏎time, meas-⏎ured",
        "page 2, line 1 | paragraph | every minute⏎and told.",
        "page 3, line 1 | paragraph | Another page.",
    ]
    assert [line for line in two_pages("ured.") if "furniture" not in line] == [
        "page 1, line 1 | paragraph | Available all of the⏎time, meas-⏎ured.",
        "page 3, line 1 | paragraph | Another page.",
    ]
    assert "page 2, line 1 | paragraph | Measured." in two_pages("Measured.")


def test_a_raised_footnote_mark_is_not_part_of_the_number() -> None:
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    text = made.beginText(72, 700)
    for size, rise, piece in (
        (11, 0, "We cut it by 40 %"),
        (6, 3, "1"),
        (11, 0, " in 90"),
        (6, 3, "12"),
        (11, 0, " days"),
        (9, 3, "2"),
        (11, 0, " on 10"),
        (6, 3, "6"),
        (11, 0, " sites."),
    ):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(piece)
    made.drawText(text)
    made.save()
    assert said(out.getvalue()) == ["page 1, line 1 | paragraph | We cut it by 40 % in 90 days on 106 sites."]


def test_title_and_outline_are_read() -> None:
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    made.setTitle("Half the time")
    made.drawString(72, 700, "Body")
    made.bookmarkPage("a")
    made.addOutlineEntry("First part", "a")
    made.save()
    assert said(out.getvalue()) == [
        "page 1, line 1 | paragraph | Body",
        "document properties, title | property title, meta | Half the time",
        "outline | outline, meta | First part",
    ]


def test_a_password_makes_it_unreadable_and_an_owner_s_does_not() -> None:
    text = lines("Half the time.")
    locked = read_bytes(pdf(text, encrypt=StandardEncryption("user", "owner")), "brochure.pdf")
    assert (locked.problem, locked.blocks) == ("it is protected by a password", ())
    assert said(pdf(text, encrypt=StandardEncryption("", "owner", canPrint=0))) == [
        "page 1, line 1 | paragraph | Half the time."
    ]


def scan(*texts: str) -> bytes:
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    for text in texts:
        if text:
            made.drawString(72, 700, text)
        else:
            made.drawImage(ImageReader(Image.new("RGB", (20, 20))), 0, 0, 500, 700)
        made.showPage()
    made.save()
    return out.getvalue()


def test_a_scan_is_unreadable() -> None:
    source = read_bytes(scan("", ""), "brochure.pdf")
    assert source.problem == "it has no text layer: its pages are pictures, such as a scan"


def test_a_scanned_page_among_others_is_a_gap() -> None:
    source = read_bytes(scan("Half the time.", ""), "brochure.pdf")
    assert (source.problem, source.gaps) == ("", ("page 2 is a picture without text",))


PROSE = (
    "We cut the time that new people need until they close their first deal in half",
    "because every lesson is linked to the stage of the pipeline where it matters most",
    "and because nobody has to search for what is true today in seven different places",
)


@pytest.mark.parametrize("shift", [1, 3, 13, 29])
def test_shifted_letters_are_garbled(shift: int) -> None:
    shifted = [
        "".join(chr((ord(one) - 97 + shift) % 26 + 97) if one.isalpha() else one for one in text.lower())
        for text in PROSE
    ]
    assert read_bytes(pdf(lines(*shifted)), "brochure.pdf").problem.startswith("its text is garbled")
    assert read_bytes(pdf(lines(*PROSE)), "brochure.pdf").problem == ""


def test_a_broken_map_to_letters_is_garbled() -> None:
    assert read_bytes(broken_map(), "brochure.pdf").problem.startswith("its text is garbled")


def broken_map() -> bytes:
    """A font whose ToUnicode map leads every letter into the private range."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF>"
        b" endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap end end"
    )
    content = b"BT /F 12 Tf 72 700 Td (Half the time for all of you) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
        b"<< /Font << /F 5 0 R >> >>",
    ]
    return pdf_of(objects)


def with_notes() -> bytes:
    """Two pages; on the second a form, a text box and a comment."""
    out = BytesIO()
    made = Canvas(out, pagesize=A4)
    made.drawString(72, 700, "Half the time.")
    made.showPage()
    made.drawString(72, 700, "Twice the joy")
    form = made.acroForm
    form.textfield(name="Claim", tooltip="What we say", value="Cold, and proven.", x=72, y=600, width=300, height=30)
    form.textfield(name="Key", value="secret words", fieldFlags="password", x=72, y=560, width=300, height=30)
    form.choice(
        name="Plan", value="Kelvaro Track", options=["Kelvaro Track", "Audit"], x=72, y=500, width=99, height=20
    )
    form.checkbox(name="Yes", x=72, y=400)
    made.freeTextAnnotation("Free for all", "Helvetica 12", Rect=(72, 300, 300, 330))
    made.textAnnotation("We said: half.\rWhy?", Rect=(72, 200, 90, 220))
    made.save()
    return out.getvalue()


def test_what_is_laid_over_a_page_is_read_where_it_lies() -> None:
    data = with_notes()
    assert said(data) == [
        "page 1, line 1 | paragraph | Half the time.",
        "page 2, line 1 | paragraph | Twice the joy",
        "page 2, field Claim | field | Cold, and proven.",
        "page 2, field Claim | tooltip, hidden | What we say",
        "page 2, field Plan | field | Kelvaro Track",
        "page 2, text box | text box | Free for all",
        "page 2, comment | comment, hidden | We said: half.⏎Why?",
    ]
    block = read_bytes(data, "brochure.pdf").blocks[2]
    assert box_of(block, 0, 4) == (72, 600, 372, 630)
