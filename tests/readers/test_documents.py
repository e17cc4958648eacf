"""Documents by Word's own rules: what is read, and what each place is called."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.shared import Inches

from generator.readers import read_bytes
from tests.readers.materials import W, changed, document, with_part
from tests.readers.test_cases import line_of

WORDS = f'xmlns:w="{W}"'


def said(data: bytes) -> list[str]:
    source = read_bytes(data, "paper.docx")
    assert source.problem == ""
    return [line_of(source, block) for block in source.blocks if "document properties" not in str(block.places[0])]


def body(xml: str) -> bytes:
    """A document whose body is this XML."""

    def fill(made: Any) -> None:
        for number, element in enumerate(parse_xml(f"<w:body {WORDS}>{xml}</w:body>")):
            made.element.body.insert(number, element)

    return document(fill)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_are_counted_under_their_headings() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("Before")
        made.add_heading("Results", 1)
        made.add_heading("In Europe", 2)
        made.add_paragraph("")
        made.add_paragraph("Half the time")
        made.add_heading("Outlook", 1)
        made.add_paragraph("More")

    assert said(document(fill)) == [
        "paragraph 1 | paragraph | Before",
        "Results | heading 1 | Results",
        "Results, In Europe | heading 2 | In Europe",
        "Results, In Europe, paragraph 2 | paragraph | Half the time",
        "Outlook | heading 1 | Outlook",
        "Outlook, paragraph 1 | paragraph | More",
    ]


def test_tables_are_read_by_row_and_cell() -> None:
    def fill(made: Any) -> None:
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "40 %", "faster"
        table.cell(0, 1).add_paragraph("today")

    assert said(document(fill)) == [
        "table 1, row 1, cell 1 | cell, runs on | 40 %",
        "table 1, row 1, cell 2, paragraph 1 | cell, runs on | faster",
        "table 1, row 1, cell 2, paragraph 2 | cell | today",
    ]


def test_runs_breaks_and_hyphens_are_one_text() -> None:
    signs = "<w:r><w:t>%</w:t><w:br/><w:t>self</w:t><w:noBreakHyphen/><w:t>service</w:t></w:r>"
    xml = f"<w:p>{run('Close 4')}{run('0')}{signs}</w:p>"
    assert said(body(xml)) == ["paragraph 1 | paragraph | Close 40%⏎self\u2011service"]


def test_insertions_count_and_deletions_do_not() -> None:
    deleted = "<w:r><w:delText>a third of </w:delText></w:r>"
    xml = (
        f'<w:p>{run("Half ")}<w:ins w:id="1">{run("the ")}</w:ins><w:del w:id="2">{deleted}</w:del>'
        f'<w:moveFrom w:id="3">{run("gone ")}</w:moveFrom><w:moveTo w:id="4">{run("time")}</w:moveTo></w:p>'
    )
    assert said(body(xml)) == ["paragraph 1 | paragraph | Half the time"]


def test_fields_links_and_content_controls_are_read() -> None:
    xml = (
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('Half')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run(' the')}</w:sdtContent></w:sdt>"
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCPROPERTY x</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(" time")}</w:p></w:sdtContent></w:sdt>'
    )
    assert said(body(xml)) == ["paragraph 1 | paragraph | Half the time"]


def test_hidden_text_is_hidden() -> None:
    xml = f"<w:p>{run('Half the time')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>old tagline</w:t></w:r></w:p>"
    assert said(body(xml)) == [
        "paragraph 1 | paragraph | Half the time",
        "paragraph 1 | hidden text, hidden | old tagline",
    ]


def test_a_text_box_that_stands_twice_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Half the time')}</w:p></w:txbxContent>"
    xml = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="Box" descr="A box"/><wps:wsp'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="A box">'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert said(body(xml)) == [
        "paragraph 1, alt text | alt text, hidden | A box",
        "paragraph 1, text box, paragraph 1 | paragraph | Half the time",
    ]


def test_headers_and_footers_count_once() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("Body")
        made.sections[0].header.paragraphs[0].text = "Acme – half the time"
        made.add_section().footer.paragraphs[0].text = "Confidential"
        last = made.add_section()
        last.footer.is_linked_to_previous = False
        last.footer.paragraphs[0].text = "Confidential"

    assert said(document(fill)) == [
        "paragraph 1 | paragraph | Body",
        "header, paragraph 1 | paragraph, furniture | Acme – half the time",
        "footer, paragraph 1 | paragraph, furniture | Confidential",
    ]


def test_footnotes_and_comments_are_read() -> None:
    def fill(made: Any) -> None:
        made.add_comment(made.add_paragraph("Body").runs, text="the old tagline was better", author="Bob")

    note = (
        f'<w:footnotes {WORDS}><w:footnote w:type="separator" w:id="0"/>'
        f'<w:footnote w:id="2"><w:p>{run("Measured in 2025")}</w:p></w:footnote></w:footnotes>'
    )
    data = with_part(document(fill), "word/footnotes.xml", note, of="word/document.xml", kind="footnotes")
    assert said(data) == [
        "paragraph 1 | paragraph | Body",
        "footnote 2, paragraph 1 | paragraph | Measured in 2025",
        "comment by Bob, paragraph 1 | comment, hidden | the old tagline was better",
    ]


def test_alt_text_of_a_picture_is_hidden(tmp_path: Any) -> None:
    from PIL import Image

    picture = tmp_path / "a.png"
    Image.new("RGB", (2, 2)).save(picture)

    def fill(made: Any) -> None:
        made.add_paragraph("Body").add_run().add_picture(str(picture), width=Inches(1))

    data = changed(
        document(fill),
        "word/document.xml",
        lambda xml: xml.replace('name="Picture 1"', 'name="P" descr="Half the time"'),
    )
    assert "paragraph 1, alt text | alt text, hidden | Half the time" in said(data)


def test_a_heading_in_another_language_is_one_by_its_level() -> None:
    def fill(made: Any) -> None:
        style = made.styles.add_style("Überschrift", 1)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {WORDS} w:val="0"/>'))
        made.add_paragraph("Ergebnisse", style="Überschrift")
        made.add_paragraph("Die halbe Zeit")

    assert said(document(fill)) == [
        "Ergebnisse | heading 1 | Ergebnisse",
        "Ergebnisse, paragraph 1 | paragraph | Die halbe Zeit",
    ]


def test_struck_words_and_raised_footnote_marks_are_left_out() -> None:
    def formatted(text: str, how: str) -> str:
        return f'<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    raised = '<w:vertAlign w:val="superscript"/>'
    not_struck = '<w:strike w:val="0"/>'
    paragraph = (
        f"{run('Up to ')}{formatted('45 % ', '<w:strike/>')}{run('60 %')}{formatted('1', raised)}"
        f"{run(' within 90')}{formatted('2, 3', raised)}{run(' days on 10')}{formatted('6', raised)}{run(' sites')}"
        f"{formatted(' kept', not_struck)}"
    )
    assert said(body(f"<w:p>{paragraph}</w:p>")) == [
        "paragraph 1 | paragraph | Up to 60 % within 90 days on 10⁶ sites kept"
    ]


def placed_box(text: str, left: int, top: int) -> str:
    """A text box of so many points from the paragraph on which it hangs, 200 wide and 60 high."""
    x, y, width, height = (12_700 * points for points in (left, top, 200, 60))
    return (
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f"<wp:positionH><wp:posOffset>{x}</wp:posOffset></wp:positionH>"
        f"<wp:positionV><wp:posOffset>{y}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="Box"/>'
        '<wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>"
    )


def test_figures_in_text_boxes_stand_by_their_words() -> None:
    boxes = (("62 %", 0, 0), ("24", 220, 0), ("less spoilage", 0, 62), ("countries served", 220, 62))
    assert said(body(f"<w:p>{''.join(placed_box(*box) for box in boxes)}</w:p>")) == [
        "paragraph 1, text box 1, paragraph 1 | paragraph, runs on | 62 %",
        "paragraph 1, text box 3, paragraph 1 | paragraph | less spoilage",
        "paragraph 1, text box 2, paragraph 1 | paragraph, runs on | 24",
        "paragraph 1, text box 4, paragraph 1 | paragraph | countries served",
    ]


def test_every_paragraph_has_a_number_of_its_own() -> None:
    """Empty and hidden ones count; two that a tracked deletion makes one have one number."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for you</w:t></w:r>"
    deleted_end = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    one, other = f"<w:p>{deleted_end}{run('Half')}</w:p>", f"<w:p>{run('the time')}</w:p>"
    assert said(body(f"<w:p>{run('Before')}</w:p><w:p/><w:p>{hidden}</w:p><w:p>{run('After')}</w:p>{one}{other}")) == [
        "paragraph 1 | paragraph | Before",
        "paragraph 3 | hidden text, hidden | Not for you",
        "paragraph 4 | paragraph | After",
        "paragraph 5 | paragraph, runs on | Half",
        "paragraph 5 | paragraph | the time",
    ]


def test_signs_of_symbol_fonts_are_no_letters() -> None:
    """A tick, an arrow and a smiley part words; signs that stand at numbers are what they show."""

    def sign(font: str, char: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    def in_font(font: str, text: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>{text}</w:t></w:r>'

    paragraphs = (
        sign("Wingdings", "F0FC") + run("Our team"),
        run("plan") + sign("Wingdings", "F0E0") + run("ship"),
        run("Fine") + in_font("Wingdings", "J") + run("today") + in_font("Webdings", "\uf061") + run("."),
        sign("Symbol", "F0B3") + run("40 ") + in_font("Symbol", "\uf0b1") + run("2") + in_font("Symbol", "a1"),
        sign("Calibri", "00FC") + run("ber"),
    )
    texts = [line.rpartition("| ")[2] for line in said(body("".join(f"<w:p>{each}</w:p>" for each in paragraphs)))]
    assert texts == ["Our team", "plan ship", "Fine today .", "≥40 ±2 1", "über"]
