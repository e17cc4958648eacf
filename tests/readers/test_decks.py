"""Decks made by PowerPoint's own rules: what is read, and what each place is called."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

from generator.readers import read_bytes
from tests.readers.materials import R, changed, deck, slide, text_box, with_part
from tests.readers.test_cases import line_of

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def said(data: bytes) -> list[str]:
    source = read_bytes(data, "deck.pptx")
    assert source.problem == ""
    return [line_of(source, block) for block in source.blocks if "document properties" not in str(block.places[0])]


def test_a_title_runs_on_into_its_subtitle() -> None:
    assert said(deck(lambda made: slide(made, "Half the time.", "Twice the joy."))) == [
        "slide 1, Title 1 | title, runs on | Half the time.",
        "slide 1, Subtitle 2 | subtitle | Twice the joy.",
    ]


def test_runs_are_one_text_and_line_breaks_stay() -> None:
    def fill(made: object) -> None:
        paragraph = text_box(slide(made), "").text_frame.paragraphs[0]
        for text, bold in (("Close 4", False), ("0", True), ("% fas", False), ("ter", True)):
            run = paragraph.add_run()
            run.text, run.font.bold = text, bold
        paragraph.add_line_break()
        paragraph.add_run().text = "today"

    assert said(deck(fill)) == ["slide 1, TextBox 1 | text | Close 40% faster⏎today"]


def test_paragraphs_that_end_no_sentence_run_on() -> None:
    assert said(deck(lambda made: text_box(slide(made), "Half", "the time.", "Twice"))) == [
        "slide 1, TextBox 1, paragraph 1 | text, runs on | Half",
        "slide 1, TextBox 1, paragraph 2 | text | the time.",
        "slide 1, TextBox 1, paragraph 3 | text | Twice",
    ]


def test_groups_tables_notes_and_alt_text_are_read() -> None:
    def fill(made: object) -> None:
        page = slide(made)
        group = page.shapes.add_group_shape()
        inner = group.shapes.add_textbox(0, 0, Inches(1), Inches(1))
        inner.text_frame.text = "In a group"
        table = page.shapes.add_table(1, 2, 0, 0, Inches(4), Inches(1)).table
        table.cell(0, 0).text, table.cell(0, 1).text = "40 %", "faster"
        box = text_box(page, "Visible")
        box._element.nvSpPr.cNvPr.set("descr", "What the picture shows")
        page.notes_slide.notes_text_frame.text = "Say it slowly"

    assert said(deck(fill)) == [
        "slide 1, TextBox 2 | text | In a group",
        "slide 1, Table 3, row 1, cell 1 | cell, runs on | 40 %",
        "slide 1, Table 3, row 1, cell 2 | cell | faster",
        "slide 1, TextBox 4 | text | Visible",
        "slide 1, TextBox 4, alt text | alt text, hidden | What the picture shows",
        "slide 1, notes | notes, hidden | Say it slowly",
    ]


def test_a_hidden_slide_is_hidden() -> None:
    def fill(made: object) -> None:
        slide(made, "Shown", "")
        slide(made, "Hidden", "")._element.set("show", "0")

    assert said(deck(fill)) == ["slide 1, Title 1 | title | Shown", "slide 2, Title 1 | title, hidden | Hidden"]


def test_charts_say_their_words() -> None:
    def fill(made: object) -> None:
        data = CategoryChartData()
        data.categories = ["With us", "Without us"]
        data.add_series("Days to first deal", (10, 20))
        chart = slide(made).shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(4), Inches(3), data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = "Half the time"

    assert said(deck(fill)) == [
        "slide 1, Chart 1 | chart title | Half the time",
        "slide 1, Chart 1 | chart series | Days to first deal",
        "slide 1, Chart 1 | chart category | With us",
        "slide 1, Chart 1 | chart category | Without us",
    ]


def test_smart_art_is_read_from_its_data() -> None:
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Diagram 8"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm/><a:graphic xmlns:a="{A}"><a:graphicData uri="{dgm}">'
        f'<dgm:relIds xmlns:dgm="{dgm}" xmlns:r="{R}" r:dm="rIdTest"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    points = "".join(
        f'<dgm:pt modelId="{number}"{kind}><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for number, (text, kind) in enumerate([("Half", ""), ("the time", ""), ("not shown", ' type="pres"')])
    )
    data = deck(slide)
    data = changed(data, "ppt/slides/slide1.xml", lambda xml: xml.replace("</p:spTree>", frame + "</p:spTree>"))
    model = f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{A}"><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    data = with_part(data, "ppt/diagrams/data1.xml", model, of="ppt/slides/slide1.xml", kind="diagramData")
    assert said(data) == ["slide 1, Diagram 8 | SmartArt | Half", "slide 1, Diagram 8 | SmartArt | the time"]


def test_a_master_is_read_once_without_its_prompts() -> None:
    def fill(made: object) -> None:
        box = text_box(slide(made), "One")
        text_box(slide(made), "Two")
        master = made.slide_master
        copied = box._element.__copy__()
        master.shapes._spTree.append(copied)
        copied.txBody.p_lst[0].r_lst[0].t.text = "Acme – half the time"
        copied.nvSpPr.cNvPr.set("name", "Claim")
        box.text_frame.paragraphs[0].runs[0].text = "One"

    found = said(deck(fill))
    assert [line for line in found if line.startswith("slide master")] == [
        "slide master, Claim | text, furniture | Acme – half the time"
    ]
    assert not any("Click to edit" in line for line in found)


def test_a_footer_on_every_slide_is_one_thing() -> None:
    def fill(made: object) -> None:
        for _ in range(3):
            box = text_box(slide(made), "Acme – half the time")
            place = box._element.nvSpPr.nvPr._add_ph()
            place.set("type", "ftr")

    assert said(deck(fill)) == ["slide 1, TextBox 1 | footer, furniture | Acme – half the time"]


def test_properties_are_read() -> None:
    def fill(made: object) -> None:
        slide(made, "One", "")
        made.core_properties.title = "Half the time"

    source = read_bytes(deck(fill), "deck.pptx")
    assert "document properties, title | property title, meta | Half the time" in [
        line_of(source, block) for block in source.blocks
    ]


def test_an_alternative_text_does_not_part_a_title_from_its_subtitle() -> None:
    def fill(made: Any) -> None:
        on = slide(made, "Half the time,", "twice the joy.")
        on.shapes.title._element.nvSpPr.cNvPr.set("descr", "A sun")

    assert said(deck(fill)) == [
        "slide 1, Title 1 | title, runs on | Half the time,",
        "slide 1, Subtitle 2 | subtitle | twice the joy.",
        "slide 1, Title 1, alt text | alt text, hidden | A sun",
    ]


def test_struck_words_and_raised_footnote_marks_are_left_out() -> None:
    def fill(made: Any) -> None:
        paragraph = text_box(slide(made), "").text_frame.paragraphs[0]
        for text, about in (
            ("Up to ", {}),
            ("45 % ", {"strike": "sngStrike"}),
            ("60 %", {"strike": "noStrike"}),
            ("1", {"baseline": "30000"}),
            (" in 90", {}),
            ("2", {"baseline": "30000"}),
            (" days on 10", {}),
            ("6", {"baseline": "30000"}),
            (" sites", {"baseline": "0"}),
        ):
            added = paragraph.add_run()
            added.text = text
            for key, value in about.items():
                added._r.get_or_add_rPr().set(key, value)

    assert said(deck(fill)) == ["slide 1, TextBox 1 | text | Up to 60 % in 90 days on 10⁶ sites"]


def read_order(*boxes: tuple[str, float, float, float, float]) -> str:
    """The texts of boxes (text, left, top, width, height), drawn in the order given, as they are read."""

    def fill(made: Any) -> None:
        on = slide(made)
        for text, *frame in boxes:
            on.shapes.add_textbox(*map(Inches, frame)).text_frame.text = text

    return " ".join(line.rpartition(" | ")[2] for line in said(deck(fill)))


def test_boxes_are_read_by_their_place_whenever_they_were_drawn() -> None:
    columns = [(text, left, top, 3, 1) for text, left, top in (("B1", 5, 1), ("A2", 1, 3), ("B2", 5, 3), ("A1", 1, 1))]
    wide = [("Above", 1, 0, 7, 0.5), ("Under", 1, 0.5, 7, 0.3), ("Source", 1, 4.5, 7, 0.3)]
    assert read_order(*columns) == "A1 A2 B1 B2"
    assert read_order(*columns, *wide[2:], *wide[:2]) == "Above Under A1 A2 B1 B2 Source"
    arrows = [(text, left, top, 3.2, 1) for text, left, top in (("C", 7, 1), ("F", 7, 4), ("A", 1, 1), ("D", 1, 4))]
    assert read_order(*arrows, ("E", 4, 4, 3.2, 1), ("B", 4, 1, 3.2, 1)) == "A B C D E F"
    assert read_order(("last", 1, 1, 5, 5), ("first", 1.2, 1.1, 2, 1)) == "last first"


def test_placeholders_stand_where_their_layout_puts_them() -> None:
    def fill(made: Any) -> None:
        on = made.slides.add_slide(made.slide_layouts[4])  # two headings, each above a text of its own
        for number, text in ((1, "62 %"), (3, "24"), (2, "less spoilage in the first quarter"), (4, "countries")):
            on.placeholders[number].text = text
        tree = on.shapes._spTree
        for number in (3, 1):
            tree.append(on.placeholders[number]._element)

    assert said(deck(fill)) == [
        "slide 1, Text Placeholder 2 | body, runs on | 62 %",
        "slide 1, Content Placeholder 3 | body | less spoilage in the first quarter",
        "slide 1, Text Placeholder 4 | body, runs on | 24",
        "slide 1, Content Placeholder 5 | body | countries",
    ]


def test_signs_of_symbol_fonts_are_no_letters() -> None:
    """A bullet is none, nor a tick or an arrow, whether the font is that of the run or only that of its signs."""

    def fill(made: Any) -> None:
        paragraph = text_box(slide(made), "").text_frame.paragraphs[0]
        bullet = f'<a:pPr xmlns:a="{A}"><a:buFont typeface="Wingdings"/><a:buChar char="ü"/></a:pPr>'
        paragraph._p.insert(0, parse_xml(bullet))
        for tag, font, text in (
            ("latin", "Wingdings", "ü"),
            ("latin", "Arial", "Our café "),
            ("sym", "Wingdings", "10à20 à déjà à la carte"),
            ("latin", "Symbol", " \uf0b3"),
            ("latin", "Arial", "40 %"),
        ):
            run = paragraph.add_run()
            run.text = text
            run._r.get_or_add_rPr().append(parse_xml(f'<a:{tag} xmlns:a="{A}" typeface="{font}"/>'))

    assert said(deck(fill)) == ["slide 1, TextBox 1 | text | Our café 10 20   déjà   la carte ≥40 %"]
