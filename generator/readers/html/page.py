"""Walks a page's tags: inline ones join text, block ones and `<br>` part it, hidden ones are set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from generator.model.block import Block, Shown
from generator.readers.html import attributes as attribute_text
from generator.readers.html.elements import SKIPPED, VOID, closes_before, is_hidden, is_quoted
from generator.readers.html.embedded import MOST_DEEP, embedded
from generator.readers.html.said import add_text, is_apart, made
from generator.readers.html.siblings import Siblings
from generator.readers.html.stack import Stack
from generator.readers.html.structured import structured_data
from generator.readers.html.tables import Tables
from generator.readers.html.tokens import Attribute, Token, attributes, tokens
from generator.readers.reading.footnote import as_power, is_raised_mark
from generator.readers.reading.guard import Unreadable
from generator.readers.reading.heading import leads_on
from generator.readers.reading.quotation import Quotations
from generator.readers.reading.trace import MOST_PIECES, TOO_MANY_PIECES, Trace

_FROM_ZERO = re.compile(r"\s*0+(?:[.,]0+)?\s*")


@dataclass(slots=True)
class Page:
    """What a page or a stretch of it says; `scripts` counts its scripts."""

    blocks: tuple[Block, ...]
    scripts: int


def read_page(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    shown: Shown = Shown.OPEN,
    element: str = "text",
    without_quoted: bool = False,
    depth: int = 0,
) -> Page:
    """Read `text[start:end]`; offsets and lines are those of the whole text.

    `without_quoted` leaves out the mail that a mail answers; `depth` counts the pages that this one stands in.
    """
    walk = _Walk(text, shown, element, without_quoted, depth)
    for count, token in enumerate(tokens(text, start, end)):
        if count > MOST_PIECES:
            raise Unreadable(TOO_MANY_PIECES)
        walk.take(token)
    walk.part()
    walk.siblings.finish()
    return Page((*walk.visible, *walk.aside), walk.scripts)


@dataclass(slots=True)
class _Walk:
    text: str
    shown: Shown
    element: str
    """What text outside of any tag is called."""
    without_quoted: bool
    depth: int
    visible: list[Block] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    scripts: int = 0
    stack: Stack = field(init=False)
    trace: Trace = field(default_factory=Trace)
    hidden_trace: Trace = field(default_factory=Trace)
    row: int = 0
    cell_row: int = -1
    before: str = ""
    """The kinds of the tags since the last text."""
    joins: bool = False
    """Whether the block to come runs on from the last one."""
    breaks: bool = False
    """Whether only `<br>` parts it from that."""
    last_raw: tuple[Attribute, ...] = ()
    quotations: Quotations = field(init=False)
    tables: Tables = field(init=False)
    siblings: Siblings = field(init=False)

    def __post_init__(self) -> None:
        self.stack = Stack(self.element)
        self.quotations = Quotations(self.visible)
        self.tables = Tables(self.visible)
        self.siblings = Siblings(self.visible)

    def take(self, token: Token) -> None:
        if token.kind in {"open", "close"} and token.name == "q":
            self.quotation_mark(token)
        self.before = (self.before + token.kind)[-9:] if token.kind in {"open", "close"} else self.before
        if token.kind == "open":
            self.opened(token)
        elif token.kind == "close":
            self.closed(token.name)
        elif token.kind == "text":
            self.said(token.start, token.end)
        elif token.kind == "comment":
            self.comment(token)
        else:
            self.raw(token)

    def opened(self, token: Token) -> None:
        found = attributes(self.text, token.attributes) if token.attributes[1] > token.attributes[0] else []
        self.aside += attribute_text.blocks(self.text, token, found)
        name = token.name
        while closes_before(self.stack.inside.name, name):
            self.closed(self.stack.inside.name)
        if name == "br":
            self.part()
            self.joins = self.breaks = bool(self.visible)
        elif self.stack.parts(name):
            self.part(keep_join=name in {"td", "th"})
            self.enter(name, found)
        elif name == "iframe":
            self.inner_page(found)
        if name == "sup" and is_raised_mark(self.text, token.end, self.trace.tail):
            self.push(token, found, skipped=True)
        elif name not in VOID and not self.text.startswith("/>", token.end - 2):
            quoted = self.without_quoted and is_quoted(self.text, name, found)
            self.push(token, found, skipped=quoted or name in SKIPPED)
        if name == "script":
            self.scripts += 1
        self.last_raw = tuple(found)

    def inner_page(self, found: list[Attribute]) -> None:
        """The page that an iframe brings with it; `src` alone names another, which is no part of this file."""
        page = next((attribute for attribute in found if attribute.name == "srcdoc"), None)
        if page is None or self.depth >= MOST_DEEP or self.stack.inside.skipped:
            return
        self.part()
        hidden = is_hidden(self.text, found) or self.stack.inside.hidden
        read = partial(read_page, shown=self.shown, depth=self.depth + 1)
        blocks = embedded(self.text, page.start, page.end, lambda text: read(text).blocks, hidden=hidden)
        self.visible += [block for block in blocks if block.shown is self.shown]
        self.aside += [block for block in blocks if block.shown is not self.shown]
        self.joins = False

    def enter(self, name: str, found: list[Attribute]) -> None:
        """Note where a table, row, cell or quotation begins."""
        if name == "tr":
            self.row += 1
        elif name in {"td", "th"}:
            self.joins, self.breaks = self.cell_row == self.row, False
        self.tables.begin(name, next((self.text[at.start : at.end] for at in found if at.name == "colspan"), ""))
        if name == "blockquote":
            self.quotations.begin()

    def quotation_mark(self, token: Token) -> None:
        """Browsers put quotation marks round `<q>`."""
        if not (self.stack.inside.skipped or self.stack.inside.hidden):
            self.trace.add("“" if token.kind == "open" else "”", token.start, token.end - token.start)

    def push(self, token: Token, found: list[Attribute], *, skipped: bool) -> None:
        opened = self.stack.opened(self.text, token.name, found, skipped=skipped)
        if opened.hidden and not self.stack.inside.hidden:
            self.part_hidden("")
        if opened.styled:
            self.part()
        self.stack.push(opened)
        self.siblings.begin()

    def closed(self, name: str) -> None:
        if self.stack.parts_by_style(name):
            self.part()
        if self.stack.parts(name):
            self.part(keep_join=name in {"td", "th"})
        if name == "blockquote" and self.stack.has(name):
            self.quotations.end()
        elif name == "table" and self.stack.has(name):
            self.tables.end()
        if not self.stack.has(name):
            return
        while True:
            last = self.stack.pop()
            self.siblings.end()
            if last.hidden and not self.stack.inside.hidden:
                self.part_hidden(last.element)
            if last.name == name:
                return

    def said(self, start: int, end: int) -> None:
        inside = self.stack.inside
        if inside.skipped:
            return
        trace = self.hidden_trace if inside.hidden else self.trace
        if inside.count and _FROM_ZERO.fullmatch(self.text, start, end):
            start, end = inside.count
        trace.add(" " * is_apart(self.text, start, trace.tail, self.before, self.last_raw), start, 0)
        self.before = ""
        if inside.name == "sup" and (said := self.text[start:end]) != as_power(said, trace.tail):
            trace.add(as_power(said, trace.tail), start)
            return
        add_text(trace, self.text, start, end, code=inside.code)

    def part(self, *, keep_join: bool = False) -> None:
        """End the paragraph at hand."""
        inside = self.stack.inside
        if inside.hidden:
            self.part_hidden(inside.element)
            return
        block = made(self.trace, self.text, self.shown, inside.element, inside.language)
        if block is not None:
            if self.visible and (self.joins or leads_on(self.visible[-1], block)):
                self.visible[-1] = replace(self.visible[-1], joins_next=True)
            in_cell = self.stack.has("td") or self.stack.has("th")
            block = replace(block, broken=self.breaks)
            self.visible.append(self.tables.under(block) if in_cell else block)
            self.quotations.added()
            self.siblings.added()
            if in_cell:
                self.cell_row = self.row
        if block is not None or not keep_join:
            self.joins = self.breaks = False

    def part_hidden(self, element: str) -> None:
        block = made(self.hidden_trace, self.text, Shown.HIDDEN, element)
        if block is not None:
            self.aside.append(block)

    def comment(self, token: Token) -> None:
        inside = self.text[token.start : token.end]
        if self.element != "comment" and not inside.lstrip().startswith(("tuneup:", "[if", "#")):
            commented = read_page(self.text, token.start, token.end, shown=Shown.HIDDEN, element="comment")
            self.aside += [replace(block, shown=Shown.HIDDEN, element="comment") for block in commented.blocks]

    def raw(self, token: Token) -> None:
        if token.name == "title":
            add_text(trace := Trace(), self.text, token.start, token.end)
            shown = Shown.HIDDEN if self.stack.has("svg") else Shown.META
            self.aside += [block for block in (made(trace, self.text, shown, "title"),) if block]
        elif token.name == "textarea":
            self.said(token.start, token.end)
        elif token.name == "script" and _is_data(self.text, self.last_raw):
            self.aside += structured_data(self.text, token.start, token.end)


def _is_data(text: str, found: tuple[Attribute, ...]) -> bool:
    return any(name == "type" and "ld+json" in text[start:end].lower() for name, start, end in found)
