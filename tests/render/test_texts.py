"""What people write in YAML, and what readers get: each text beside the HTML that MkDocs makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from lxml import html

from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.render.jinja.filters import markdown_in
from generator.render.text.prose import Prose

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.md"))
HANDLERS = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset")


def resolve(id: str, quoted: bool) -> str:
    return "the **quoted** text" if quoted else f"[The {id}](page.md#{id})"


def as_html(text: str) -> str:
    """As a block between two blocks of a page, as a cell, and as a heading with attributes."""
    prose = Prose(text, resolve)
    inline = prose.__html__()
    page = f"before\n\n{prose.block}\n\nafter\n\n|a|b|\n|---|---|\n|{inline}|b|\n\n## {inline} {{ #own }}\n"
    return markdown.markdown(page, extensions=list(EXTENSIONS))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_reads_as_expected(path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_suffix(".html"), as_html(path.read_text(encoding="utf-8")) + "\n")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_is_harmless(path: Path) -> None:
    tree = html.fromstring(f"<div>{as_html(path.read_text(encoding='utf-8'))}</div>")
    allowed = {"div", "p", "h2", "table", "thead", "tbody", "tr", "th", "td", "br", "a", "img", "em", "strong", "code",
               "ul", "ol", "li", "blockquote", "hr"}  # fmt: skip
    for element in tree.iter():
        if not isinstance(element.tag, str):
            assert not (element.text or "").strip(), "a comment that says something"
            continue
        assert element.tag in allowed, html.tostring(element)
        for name, value in element.attrib.items():
            if (element.tag, name, value) == ("code", "class", "tu-code"):
                continue
            assert name in {"href", "title", "alt", "src", "id", "start", "style"}, html.tostring(element)
            assert name not in HANDLERS or not value.strip().lower().startswith(("javascript", "data", "vbscript")), (
                value
            )
            assert name != "src" or "//" not in value, value
            assert name != "id" or value == "own"
            assert name != "style" or value.startswith("text-align: ")
    assert tree.xpath("//h2[@id='own']"), "the heading lost its own anchor"
    assert next(p.text for p in tree.iterfind("p")) == "before"
    assert "after" in [p.text for p in tree.iterfind("p")], "the text swallowed what follows it"


@pytest.mark.parametrize("before", ["- one\n", "Why\n:   one\n"], ids=["list", "definition"])
def test_code_of_several_lines_stands_in_no_paragraph_that_cannot_hold_it(before: str) -> None:
    text = markdown_in(Prose("Write\n\n```\na\n\n<b>\n```\n", resolve).block)
    tree = html.fromstring(markdown.markdown(f"{before}\n    {text}\n", extensions=list(EXTENSIONS)))
    assert not tree.xpath("//p//pre")
    assert tree.xpath("//code[@class='tu-code']/text()") == ["a\n\n<b>"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("We say: [[=line]].", "We say: Prove it."),
        ("We say [[=line]], and more", "We say Prove it, and more"),
        ("We say [[=line]] Then we stop.", "We say Prove it. Then we stop."),
        ("We say (as [[=line]]).", "We say (as Prove it)."),
    ],
)
def test_a_quote_in_a_sentence_leaves_the_full_stop_to_the_sentence(written: str, read: str) -> None:
    assert Prose(written, lambda _id, _quoted: "Prove it.").__html__() == read
    assert Prose(f"- {written}", lambda _id, _quoted: "Prove it.").block == f"- {read}"
