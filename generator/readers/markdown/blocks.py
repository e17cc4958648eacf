"""The blocks of a Markdown page: each inline text walked token by token, with the offsets of its characters."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.html.elements import STRUCK
from generator.readers.html.page import read_page
from generator.readers.html.tables import Tables
from generator.readers.markdown.inline import check_signs, parser
from generator.readers.markdown.lines import Lines
from generator.readers.markdown.places import Places
from generator.readers.reading.footnote import as_power, is_raised_mark
from generator.readers.reading.heading import leads_on
from generator.readers.reading.quotation import Quotations
from generator.readers.reading.tile_rows import joined
from generator.readers.reading.trace import ADDRESS, Trace

_NOT_READ = re.compile(r"\[\^[^\]\s]{1,40}\]:?|\{:?\s*[#.][^{}\n]{0,200}\}|(?<![\w:]):[a-z][\w+-]{1,40}:(?![\w:])")
"""Footnote marks, attribute lists and emoji short codes: syntax of Markdown extensions that no reader sees."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_STRUCK = re.compile(rf"<(/?)(?:{'|'.join(sorted(STRUCK))})\b", re.IGNORECASE)
_RAISED = re.compile(r"<(/?)sup\b", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})


def body(text: str, lines: Lines, view: str) -> list[Block]:
    """Blocks of the Markdown in `view`, whose lines are those of `text` with less before them."""
    check_signs(view)
    walk = _Walk(text, lines)
    opened: list[str] = []
    for token in parser().parse(view):
        if token.nesting > 0:
            opened.append(token.tag)
            walk.enter(token.tag)
        elif token.nesting < 0:
            opened.pop()
            if token.tag == "blockquote":
                walk.quotations.end()
            elif token.tag == "table":
                walk.tables.end()
        elif token.type == "inline" and token.map:
            walk.inline(token, opened)
        elif token.type == "html_block" and token.map:
            walk.html(*token.map)
    return joined(walk.blocks)


@dataclass(slots=True)
class _Walk:
    text: str
    lines: Lines
    blocks: list[Block] = field(default_factory=list)
    trace: Trace = field(default_factory=Trace)
    row: int = 0
    cell_row: int = -1
    last: int = -1
    """Where in `blocks` the last block of text is."""
    cursor: int = 0
    """Where the row's next cell is looked for."""
    asides: list[Block] = field(default_factory=list)
    quotations: Quotations = field(init=False)
    tables: Tables = field(init=False)

    def __post_init__(self) -> None:
        self.quotations = Quotations(self.blocks)
        self.tables = Tables(self.blocks)

    def enter(self, tag: str) -> None:
        """Note where a table, row, cell or quotation begins."""
        self.tables.begin(tag)
        if tag == "tr":
            self.row += 1
        elif tag == "blockquote":
            self.quotations.begin()

    def inline(self, token: Token, opened: list[str]) -> None:
        element = next((tag for tag in reversed(opened) if tag and tag != "p"), "p")
        element = "p" if element in {"ul", "ol"} else element
        cell = element in _CELLS
        joins = cell and self.cell_row == self.row
        places = Places(self.lines, token, self.cursor if joins else 0)
        self.cell_row = self.row if cell else -1
        self.cursor = places.after
        struck, marks, raises, is_address, breaks = 0, False, False, False, False
        for child in token.children or []:
            struck = max(0, struck + _struck(child))
            if child.info == "auto":
                is_address = child.nesting > 0
            if child.type == "html_inline" and (raised := _RAISED.match(child.content)):
                end = child.meta.get("at", 0) + len(child.content)
                marks = not raised[1] and is_raised_mark(token.content, end, self.trace.tail)
                raises = not raised[1]
            if child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
                breaks = self.close(element, joins=joins, broken=breaks) or breaks
                joins = joins or breaks
            elif is_address and child.type == "text" and not struck and not ADDRESS.match(child.content):
                at = child.meta.get("at", 0)
                self.stretch(child.content, max(at, token.content.find(child.content, at)), places, code=True)
            elif not struck and not marks:
                self.child(child, token.content, places, raised=raises)
        self.close(element, joins=joins, broken=breaks)
        self.blocks += self.asides
        self.asides = []

    def child(self, child: Token, content: str, places: Places, *, raised: bool) -> None:
        at = child.meta.get("at", 0)
        if raised and (power := as_power(child.content, self.trace.tail)) != child.content:
            self.trace.add(power, places.of(at))
        elif child.type == "text":
            self.words(child.content, content, at, places)
        elif child.type == "text_special":
            self.trace.add(child.content, places.of(at), len(child.markup))
        elif child.type == "softbreak":
            start, end = places.of(at), places.of(at + 1)
            self.trace.add("\n", start, end - start)
        elif child.type == "code_inline":
            self.code(child, content, at, places)
        elif child.type == "link_open":
            self.title(child, at, places, "a title")
        elif child.type == "image":
            self.image(child, at, places)
        elif child.type == "html_inline" and content[at - 1 : at + len(child.content) + 1] == f"<{child.content}>":
            self.stretch(child.content, at, places)  # `<<company>>` is a merge field
        elif child.type == "html_inline":
            start = places.of(at)
            self.asides += read_page(self.text, start, start + len(child.content)).blocks

    def words(self, words: str, content: str, at: int, places: Places) -> None:
        if not content.startswith(words, at):
            at = max(at, content.find(words, at))
        position = 0
        for syntax in _NOT_READ.finditer(words):
            self.stretch(words[position : syntax.start()], at + position, places)
            position = syntax.end()
        self.stretch(words[position:], at + position, places)

    def stretch(self, words: str, at: int, places: Places, *, code: bool = False) -> None:
        for start, end in places.runs(at, at + len(words)):
            self.trace.add(words[start - at : end - at], places.of(start), code=code)

    def code(self, child: Token, content: str, at: int, places: Places) -> None:
        start = at + len(child.markup)
        inside = child.content if child.content in content else content[start : start + len(child.content)]
        self.stretch(child.content, max(start, content.find(inside, start)), places, code=True)

    def image(self, child: Token, at: int, places: Places) -> None:
        trace, start = Trace(), at + 2
        for entity in re.finditer(r"&[#\w]{1,32};|\\(?=[^\w\s])|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}", child.content):
            trace.add(child.content[start - at - 2 : entity.start()], places.of(start))
            if entity[0][0] == "&":
                trace.add(html.unescape(entity[0]), places.of(at + 2 + entity.start()), len(entity[0]))
            start = at + 2 + entity.end()
        trace.add(child.content[start - at - 2 :], places.of(start))
        block = self.made(trace, Shown.HIDDEN, "img alt")
        self.asides += [block] if block else []
        self.title(child, at + 2 + len(child.content), places, "img title")

    def title(self, child: Token, at: int, places: Places, element: str) -> None:
        """The words that show when the mouse rests on a picture or link."""
        title = str(child.attrs.get("title", ""))
        found = places.text.find(title, at) if title else -1
        if found >= 0:
            trace = Trace()
            trace.add(title, places.of(found))
            block = self.made(trace, Shown.HIDDEN, element)
            self.asides += [block] if block else []

    def html(self, first: int, after: int) -> None:
        start = self.lines.starts[first]
        end = self.lines.starts[after] if after < len(self.lines.starts) else len(self.text)
        self.blocks += read_page(self.text, start, end, element="p").blocks

    def close(self, element: str, *, joins: bool, broken: bool) -> bool:
        """End a block, run on from the last one if `joins`, in its cell if `broken`; whether there was any text."""
        block = self.made(self.trace, Shown.OPEN, element)
        if block is None:
            return False
        if self.last >= 0 and (joins or leads_on(self.blocks[self.last], block)):
            self.blocks[self.last] = replace(self.blocks[self.last], joins_next=True)
        self.last = len(self.blocks)
        block = replace(block, broken=broken)
        self.blocks.append(self.tables.under(block) if element in _CELLS else block)
        self.quotations.added()
        return True

    def made(self, trace: Trace, shown: Shown, element: str) -> Block | None:
        line, column = line_and_column(self.text, max(0, trace.source))
        return trace.block(Place((), line, column), shown=shown, element=element)


def _struck(child: Token) -> int:
    """1 where words begin that are struck out, -1 where they end."""
    if child.tag == "s":
        return child.nesting
    tag = _STRUCK.match(child.content) if child.type == "html_inline" else None
    return 0 if tag is None else -1 if tag[1] else 1
