"""Every character of a block leads back to the source: what stands there, decoded, is what the block says."""

from __future__ import annotations

import html
import quopri
import re
from email.header import decode_header, make_header
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.block import Block, SourceText, Span, line_and_column, locate, source_range
from generator.readers import read_bytes
from tests.readers.test_cases import CASES


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_case_leads_back(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    data = case["says"].encode(case.get("encoding", "utf-8"))
    source = read_bytes(data, case["file"])
    if source.text:
        assert source.text.encode(source.encoding) == data
    for block in source.blocks:
        check(source, block)


def check(source: SourceText, block: Block) -> None:
    """The spans cover the text, and each says what stands in the source."""
    assert block.text and block.text == block.text.strip()
    assert sum(span.length for span in block.spans) == len(block.text)
    for span in block.spans:
        said = block.text[span.start : span.start + span.length]
        if span.source >= 0:
            assert said in readings(source.text[span.source : span.source + span.raw]), span
            assert_place(source, block, span)


def readings(raw: str) -> set[str]:
    """What a stretch of source may say: as it stands, decoded, or as white space."""
    spaced = raw.translate(str.maketrans("\t\n\r\f", "    "))
    said = {raw, spaced, html.unescape(raw), html.unescape(html.unescape(raw)), raw.removeprefix("\\")}
    if raw.isascii() and raw.isdigit():
        said.add(raw.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")))  # the power in `10<sup>6</sup>`
    if "=" in raw:
        said |= {quopri.decodestring(raw).decode("utf-8", "replace"), str(make_header(decode_header(raw)))}
    if re.fullmatch(r"\\u\w{4}", raw):
        said.add(raw.encode().decode("unicode_escape"))
    if not raw.strip(" \t\r\n>"):
        said |= {" ", "\n"}
    return said


def assert_place(source: SourceText, block: Block, span: Span) -> None:
    place = locate(source, block, span.start)
    lines = re.split(r"\r\n|\r|\n", source.text.removeprefix("\ufeff"))
    said = block.text[span.start]
    at = lines[place.line - 1][place.column - 1 : place.column]
    assert said in readings(at) or said in "\n " or at in "&=\\" or span.raw != span.length
    found = source_range(block, span.start, span.start + 1)
    assert found is not None and line_and_column(source.text, found[0]) == (place.line, place.column)


WORDS = st.text("abc é🚀ßñ,.-“”'0123%", min_size=1, max_size=12).filter(lambda words: words.strip())
ENDS = st.sampled_from(["\n", "\r\n"])
START = st.sampled_from(["", "\ufeff"])


def _encoded(words: str, how: str) -> str:
    return {
        "plain": words,
        "bold": f"<b>{words}</b>",
        "named": words.replace("é", "&eacute;").replace("“", "&ldquo;"),
        "number": "".join(f"&#{ord(one)};" for one in words),
        "link": f'<a href="x.html?a=1&amp;b=2" title="t">{words}</a>',
    }[how]


HOW = st.sampled_from(["plain", "bold", "named", "number", "link"])


@given(st.lists(st.lists(st.tuples(WORDS, HOW), min_size=1, max_size=5), min_size=1, max_size=5), ENDS, START)
def test_html_leads_back(paragraphs: list[list[tuple[str, str]]], end: str, start: str) -> None:
    page = start + end.join(f"<p>{''.join(_encoded(*one) for one in inside)}</p>" for inside in paragraphs)
    source = read_bytes(page.encode(), "page.html")
    said = [" ".join("".join(words for words, _ in inside).split()) for inside in paragraphs]
    # White space is one space in HTML, also over the edge of a tag.
    assert [" ".join(block.text.split()) for block in source.blocks if block.element == "p"] == said
    for block in source.blocks:
        check(source, block)


PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5)


@given(PARAGRAPHS, ENDS, START, st.sampled_from(["", "> ", "- "]))
def test_markdown_leads_back(paragraphs: list[list[str]], end: str, start: str, prefix: str) -> None:
    page = start + (end * 2).join(
        end.join(f"{'  ' if number and prefix == '- ' else prefix}x **{line}** y" for number, line in enumerate(lines))
        for lines in paragraphs
    )
    source = read_bytes(page.encode(), "page.md")
    assert "".join(block.text for block in source.blocks).count("x") == sum(map(len, paragraphs))
    for block in source.blocks:
        check(source, block)


@given(st.lists(WORDS, min_size=1, max_size=6), ENDS)
def test_quoted_printable_leads_back(lines: list[str], end: str) -> None:
    said = "\n".join(f"x{line.strip()}" for line in lines)
    body = quopri.encodestring(said.encode()).decode().replace("\n", end)
    head = "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    source = read_bytes((head.replace("\n", end) + body).encode(), "mail.eml")
    assert "\n".join(block.text for block in source.blocks[1:]) == said
    for block in source.blocks:
        check(source, block)


@given(st.lists(st.tuples(WORDS, HOW), min_size=1, max_size=6), ENDS, START)
def test_captions_lead_back(cues: list[tuple[str, str]], end: str, start: str) -> None:
    said = "".join(
        f"{end}00:00:{number:02}.000 --> 00:00:{number + 1:02}.000{end}x{_encoded(*cue)}{end}"
        for number, cue in enumerate(cues)
    )
    source = read_bytes(f"{start}WEBVTT{end}{said}".encode(), "talk.vtt")
    assert "".join(source.blocks[0].text.split()) == "".join("".join(f"x{words}".split()) for words, _ in cues)
    check(source, source.blocks[0])
